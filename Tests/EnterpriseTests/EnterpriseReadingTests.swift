// What is read of a folder, how often, and what becomes of files that change meanwhile.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import Interchange
import Testing

@testable import Enterprise

struct EnterpriseReadingTests {
  private func codes(_ diagnostics: DiagnosticList) -> [String] {
    diagnostics.all.map(\.code.rawValue)
  }

  @Test("settings first tell who it is; the rest gives what reading at once does")
  func settingsFirst() throws {
    let path = try scratch.enterprise()
    var reading = EnterpriseReading(settingsOf: path)
    #expect(reading.settings?.organisation.id == "provbryggan")
    #expect(reading.inputs.map(\.path) == ["dualbokslut.yaml"] && reading.register == nil)
    reading.readRest()
    let whole = EnterpriseReading(path)
    #expect(reading.inputs == whole.inputs && reading.inputs.count > 4)
    #expect(reading.register == whole.register && whole.register != nil)
    #expect(reading.diagnostics.sorted == whole.diagnostics.sorted)
    #expect(whole.state == .whole)
  }

  @Test("digests are of the files as they lie")
  func digests() throws {
    let path = try scratch.enterprise()
    for input in EnterpriseReading(path).inputs {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(input.path)"))
      #expect(try ContentDigest.of(input.path, [UInt8](bytes)) == input)
    }
  }

  @Test("the gravest of what went wrong is told")
  func states() throws {
    let path = try scratch.enterprise()
    #expect(EnterpriseReading(path + "/finns-inte").state == .missing)
    #expect(EnterpriseReading(path + "/utfall").state == .missing)
    let settings = URL(fileURLWithPath: path + "/dualbokslut.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data(text.replacing("dödvikt: 40 %", with: "dödvikt: 140 %").utf8).write(to: settings)
    #expect(EnterpriseReading(path).state == .wrong)
    try FileManager.default.removeItem(at: settings)
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
    #expect(codes(EnterpriseReading(path).diagnostics) == ["CMD005"])
    #expect(EnterpriseReading(path).state == .wrong)
  }

  @Test("the trial balance of each year of each file is the one made of it alone")
  func balances() throws {
    let reading = EnterpriseReading(ScratchFolder.root.appending(path: "samples/bryggan").path)
    let books = try #require(reading.books)
    #expect(books.all.count > 1)
    for file in books.all {
      var findings = DiagnosticList()
      let own = TrialBalance(
        of: file.reading.ledger, yearOffset: 0, diagnostics: &findings)
      #expect(file.own.trialBalance == own && file.own.year == file.year)
      #expect(file.findings.sorted == findings.sorted)
      for balance in file.balances {
        var silent = DiagnosticList()
        #expect(
          balance.trialBalance
            == TrialBalance(
              of: file.reading.ledger, yearOffset: balance.trialBalance.yearOffset,
              diagnostics: &silent))
      }
    }
    let latest = try #require(books.all.last)
    #expect(books.previous(of: latest)?.origin == .ownFile)
    #expect(books.all.first.map { books.previous(of: $0)?.origin } == .thisFile)
  }

  /// One blank line, so long that the file is mapped.
  private func enlarge(_ path: String) throws {
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(repeating: 0x20, count: 9 << 19))
    try file.close()
  }

  @Test("a large SIE file is hashed and read where it lies, and told of when it changes")
  func changes() throws {
    let path = try scratch.enterprise()
    let file = path + "/bokforing/2025.se"
    try enlarge(file)
    let reading = EnterpriseReading(path)
    #expect(reading.state == .whole)
    let digest = reading.inputs.first { $0.path == "bokforing/2025.se" }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    #expect(try ContentDigest.of("bokforing/2025.se", bytes) == digest)
    var found = DiagnosticList()
    reading.reportChanges(to: &found)
    #expect(found.all.isEmpty)
    #expect(truncate(file, 9 << 19) == 0)
    reading.reportChanges(to: &found)
    #expect(codes(found) == ["SIE008"])
  }

  @Test(
    "whatever file was written to, replaced or taken away while it was read is told of",
    arguments: [
      "bokforing/2025.se", "dualbokslut.yaml", "utfall/deltagare.csv", "utfall/anstallningar.csv",
    ])
  func smallFilesChange(name: String) throws {
    let path = try scratch.enterprise()
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    let whole = try Data(contentsOf: file)
    func found(after change: () throws -> Void) throws -> [String] {
      try whole.write(to: file)
      let reading = EnterpriseReading(path)
      try change()
      var found = DiagnosticList()
      reading.reportChanges(to: &found)
      #expect(found.all.allSatisfy { $0.location?.file == file.path })
      return codes(found)
    }
    #expect(try found {}.isEmpty)
    // The same bytes again: nobody can tell that they are the same without reading them.
    #expect(try found { try whole.write(to: file) } == ["SIE008"])
    #expect(try found { try whole.write(to: file, options: .atomic) } == ["SIE008"])
    #expect(try found { try FileManager.default.removeItem(at: file) } == ["SIE008"])
  }

  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }
}
