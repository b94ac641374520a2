// How the template's workbook looks: what must be filled in stands out, examples step back.

import Outcomes

extension CellStyle {
  /// A heading by how much its column is needed, on the side of what stands below it.
  static func templateHeading(_ column: RecordColumn) -> CellStyle {
    var style = CellStyle(
      isBold: true, side: column.content.side, height: .middle, indent: 1, wraps: true,
      left: .hair)
    switch column.requirement {
    case .required:
      style.fill = Palette.accent
      style.colour = 0xFFFFFF
    case .whenNeeded:
      style.fill = 0xA8C4C9
    case .optional:
      style.fill = 0xDDE8EA
    }
    return style
  }

  /// A cell to be filled in.
  static func templateCell(_ content: RecordColumn.Content) -> CellStyle {
    CellStyle(
      numberFormat: content.numberFormat, side: content.side, height: .bottom, indent: 1)
  }

  /// A cell of the example row.
  static func templateExample(_ content: RecordColumn.Content) -> CellStyle {
    var style = templateCell(content)
    style.isItalic = true
    style.colour = Palette.quiet
    style.fill = Palette.notice
    return style
  }

  static var guideStep: CellStyle { CellStyle(isBold: true, colour: Palette.accent, side: .centre) }
  static var guideName: CellStyle {
    CellStyle(isBold: true, height: .middle, wraps: true, bottom: .hair)
  }
  static var guideText: CellStyle {
    CellStyle(height: .middle, wraps: true, bottom: .hair)
  }
  static var guideRule: CellStyle {
    CellStyle(colour: Palette.quiet, height: .middle, wraps: true, bottom: .hair)
  }
}

extension RecordColumn.Content {
  /// Days, shares and money look like what they are; ids are text, so that 001 stays 001.
  fileprivate var numberFormat: String? {
    switch self {
    case .participant: "@"
    case .date: "yyyy\\-mm\\-dd"
    case .percent: "0.0%"
    case .kronor: "#,##0.00"
    case .hours: "#,##0.0"
    case .year: "0"
    case .yesNo, .municipality, .choice, .commissioner: nil
    }
  }

  fileprivate var side: CellStyle.Side {
    switch self {
    case .date, .percent, .kronor, .hours, .year: .right
    case .participant, .yesNo, .municipality, .choice, .commissioner: .left
    }
  }
}
