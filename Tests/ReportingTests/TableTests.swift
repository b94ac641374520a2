// A table is shown and written from one set of rows; each audience gets its own columns.

import Testing

@testable import Reporting

@Suite struct TableTests {
  private let table = Table(
    id: "t",
    columns: [
      Column("id", heading: "id", kind: .word, for: .data),
      Column("label", heading: "", kind: .label, for: .page),
      Column("amount", heading: "Kronor", kind: .kronor),
    ],
    rows: [
      Row(.heading, for: .page, [.blank, .text("Heading"), .blank]),
      Row(.total, level: 2, [.text("a"), .text("A"), .text("1")]),
      Row(.body, for: .data, [.text("b"), .text("B"), .text("2")]),
    ])

  @Test func thePageHidesWhatTheFileAloneHas() {
    let page = table.page
    #expect(page.columns.map(\.id) == ["label", "amount"])
    #expect(page.rows.map(\.cells) == [[.text("Heading"), .blank], [.text("A"), .text("1")]])
    #expect(page.rows.map(\.role) == [.heading, .total])
    #expect(page.rows.map(\.level) == [0, 2])
  }

  @Test func theFileHidesWhatThePageAloneHas() {
    let data = table.data
    #expect(data.columns.map(\.id) == ["id", "amount"])
    #expect(data.rows.map(\.cells) == [[.text("a"), .text("1")], [.text("b"), .text("2")]])
  }

  /// A view is a table for everybody: two sheets' columns can be compared.
  @Test func aViewHasNothingLeftToHide() {
    #expect(table.page.page == table.page)
    #expect(table.data.data == table.data)
    #expect(table.page.columns.allSatisfy { $0.audience == .both })
  }
}
