// How the data files in the binary are read.

import Testing

@testable import Diagnostics

struct EmbeddedTableTests {
  @Test("comments and empty lines are skipped and counted, empty and absent fields are empty")
  func tabs() {
    let table = EmbeddedTable("# en\n\nett\ttvå\ttre\na\t\t\"c\"\n#\nå\tb,d", separator: "\t")
    #expect(table.rows.map(\.line) == [4, 6])
    #expect(table.rows.map { $0["ett"] } == ["a", "å"])
    #expect(table.rows.map { $0["två"] } == ["", "b,d"])
    // With a tab a quote is a sign like others.
    #expect(table.rows.map { $0["tre"] } == ["\"c\"", ""])
    #expect(EmbeddedTable("", separator: "\t").rows.isEmpty)
  }

  @Test("with a comma a field may stand in quotes, with commas and doubled quotes inside")
  func quotes() {
    let table = EmbeddedTable(
      "a,b,c\n\"x, y\",\"sa \"\"ja\"\"\",\"\"\n1,,\"\"\"\"\n", separator: ",")
    #expect(table.rows.map { $0["a"] } == ["x, y", "1"])
    #expect(table.rows.map { $0["b"] } == ["sa \"ja\"", ""])
    #expect(table.rows.map { $0["c"] } == ["", "\""])
  }
}
