// Every row of register-names.tsv says something known, once, and never what our own names say.

import Diagnostics
import Outcomes
import Testing

@testable import Rulebook

struct RegisterNamesTests {
  @Test("each row names a table, a heading, a mark or a sum, and no name stands twice")
  func rows() {
    #expect(!RegisterNames.rows.isEmpty)
    #expect(Set(RegisterNames.rows).count == RegisterNames.rows.count)
    let headings = Set(RecordTable.allCases.flatMap(\.columns).map(\.heading))
    for row in RegisterNames.rows {
      #expect(!row.name.isEmpty)
      switch row.kind {
      case .table:
        #expect(RecordTable(rawValue: row.of) != nil, "\(row)")
        #expect(RegisterNames.table(called: row.name)?.rawValue == row.of, "\(row)")
      case .heading: #expect(headings.contains(row.of), "\(row)")
      case .mark:
        #expect(row.of.isEmpty && RegisterNames.isMark(row.name), "\(row)")
      case .sum: #expect(row.of.isEmpty && RegisterNames.isSum(row.name), "\(row)")
      }
    }
    #expect(Set(RegisterNames.rows.map(\.kind)) == Set(RegisterNames.Kind.allCases))
  }

  @Test("no other name of a table is the name of one, and no other heading that of its own column")
  func ours() {
    let tables = RecordTable.allCases.flatMap { [$0.swedishName, $0.rawValue] }
      .map { NameMatching.folded($0) }
    for row in RegisterNames.rows where row.kind == .table { #expect(!tables.contains(row.name)) }
    for row in RegisterNames.rows where row.kind == .heading {
      #expect(NameMatching.folded(row.of) != row.name, "\(row)")
    }
  }

  @Test("a word for sums is known with a colon, a year and in capitals; an id is none")
  func sums() {
    for text in ["Summa", "SUMMA:", "Totalt 2025", "summa anställda", "Grand total"] {
      #expect(RegisterNames.isSum(text), "\(text)")
    }
    for text in ["", "D01", "SA-12", "Summer", "T1", "kvinna"] {
      #expect(!RegisterNames.isSum(text), "\(text)")
    }
  }
}
