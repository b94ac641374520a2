// Reads the embedded bank of parameters (Data/parameters.csv).

import Bookkeeping
import Diagnostics

/// The rows of the embedded bank; its header lines explain the columns.
enum ParameterTable {
  /// All rows in file order. The file is ours and tested: a row that cannot be read is a fault of
  /// the program.
  static let rows: [Parameter] = EmbeddedTable(EmbeddedData.parameters, separator: ",").rows.map {
    guard let parameter = parameter($0) else {
      preconditionFailure("parameters.csv line \($0.line) cannot be read")
    }
    return parameter
  }

  static func parameter(_ row: EmbeddedTable.Row) -> Parameter? {
    let end = row["valid_to"]
    guard let unit = ParameterUnit(rawValue: row["unit"]),
      let value = ScaledText.parse(row["value"], decimals: 4),
      let validFrom = CalendarDate(row["valid_from"]),
      !row["id"].isEmpty, !row["name_sv"].isEmpty, !row["source"].isEmpty
    else { return nil }
    var validTo: CalendarDate?
    if !end.isEmpty {
      guard let day = CalendarDate(end), day >= validFrom else { return nil }
      validTo = day
    }
    return Parameter(
      id: row["id"], name: row["name_sv"], unit: unit, value: ParameterValue(tenThousandths: value),
      validFrom: validFrom, validTo: validTo, source: row["source"], status: row["status"],
      origin: .bank)
  }
}
