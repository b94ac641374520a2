// In the samples' workbooks a cell of the statements holds the number itself.

import Foundation
import Testing

struct WorkbookStatementTests {
  /// Prints the name of the sheet, the label of the row, and the formula of every cell of both
  /// statements that has one, and Nettoomsättning whatever it has.
  private static let script = """
    import re, sys, zipfile
    from xml.etree import ElementTree as E
    M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(sys.argv[1]) as z:
        texts = ["".join(t.text or "" for t in i.iter(M + "t"))
                 for i in E.fromstring(z.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in E.fromstring(z.read("xl/workbook.xml")).iter(M + "sheet")]
        for number, name in enumerate(names, 1):
            if name not in ("Resultaträkning", "Balansräkning"):
                continue
            for row in E.fromstring(z.read(f"xl/worksheets/sheet{number}.xml")).iter(M + "row"):
                label = ""
                for c in row.iter(M + "c"):
                    f, v = c.find(M + "f"), c.find(M + "v")
                    if c.get("t") == "s":
                        label = label or texts[int(v.text)]
                    elif f is not None or label == "Nettoomsättning" and v is not None:
                        print(name, label, "" if f is None else f.text, sep="|")
    """

  @Test(
    "a statement's cell takes no value from another sheet but the result that equity takes over",
    arguments: SampleStatementsTests.samples)
  func cells(sample: String) throws {
    let work = try TemporaryFolder()
    let run = try Tool.run(
      ["report", Tool.root.appending(path: "samples/\(sample)").path, "--output", "ut"],
      in: work.url)
    try #require(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    let names = try FileManager.default.contentsOfDirectory(atPath: edition.path)
    let workbook = try #require(names.first { $0.hasSuffix(".xlsx") })
    let output = try Judge.python(["-c", Self.script, edition.appending(path: workbook).path])
      .output
    let cells = output.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let sales = cells.filter { $0[1] == "Nettoomsättning" }
    #expect(sales.count == 2 && sales.allSatisfy { $0[2].isEmpty }, "\(sales)")
    #expect(cells.count > 10)
    for cell in cells where cell[2].contains("!") {
      #expect(cell[0] == "Balansräkning" && cell[2].hasPrefix("'Resultaträkning'!"), "\(cell)")
      #expect(cell[1].hasPrefix("Årets resultat"), "\(cell)")
    }
  }
}
