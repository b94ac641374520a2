// What last year's package says against itself is found, and nothing is found in a sound one.

import Bookkeeping
import Foundation
import Interchange
import Outcomes
import Testing

@testable import Enterprise

struct PackageReviewTests {
  /// The samples' reports, each with its package.
  private static let samples = ["bryggan", "hjulverkstan", "kafe-kardemumma", "tradgardsvagnen"]
  private static let actors = Set(ActorID.builtIn + ["kriminalvården"])

  private static func package(_ sample: String = "bryggan") throws -> BokslutPackage {
    let file = ScratchFolder.root.appending(path: "reports/\(sample)/2025/intern/bokslut.json")
    return try BokslutPackage(bytes: try Data(contentsOf: file))
  }

  private func codes(_ package: BokslutPackage) -> [String] {
    PackageReview(package, actors: Self.actors).faults.map(\.code.rawValue)
  }

  /// The package with a figure changed, or left out where `change` gives nil.
  private func changed(
    _ id: String, _ change: (PackageFigure) -> PackageFigure?
  ) throws -> BokslutPackage {
    var package = try Self.package()
    #expect(package.figures.contains { $0.id == id })
    package.figures = package.figures.compactMap { $0.id == id ? change($0) : $0 }
    return package
  }

  @Test("the packages that the program writes are sound", arguments: samples)
  func sound(sample: String) throws {
    let package = try Self.package(sample)
    let actors = Self.actors.union(
      package.figures.filter { $0.id.hasPrefix("socialbalans.closing.") }
        .map { ActorID(rawValue: String($0.id.dropFirst("socialbalans.closing.".count))) })
    #expect(PackageReview(package, actors: actors).faults.isEmpty)
  }

  static let taken = [
    "socialbalans.closing.municipality", "socialbalans.closing.public",
    "socialbalans.closing.society", "netto.net.municipality", "netto.net.society",
    "netto.public_input.public", "rr.Nettoomsattning.current", "indikator.participants.all",
    "indikator.held-6.all",
  ]

  @Test(
    "a figure that is no number is never taken for absent", arguments: taken,
    [nil, "abc", "1e9", "", " 1", "1,5", "+1", "1.", ".5", "0x1", "1.0000001", "∞"])
  func noNumber(id: String, value: String?) throws {
    let package = try changed(id) { $0.with(value: value) }
    #expect(codes(package).contains("CMD042"))
  }

  @Test("a figure that is missing is never taken for absent", arguments: taken)
  func missing(id: String) throws {
    #expect(codes(try changed(id) { _ in nil }).contains("CMD045"))
    // A name that means nothing is no figure.
    #expect(codes(try changed(id) { $0.with(id: id + "x") }).contains("CMD045"))
  }

  @Test("a figure in another unit is no such figure", arguments: taken)
  func unit(id: String) throws {
    #expect(codes(try changed(id) { $0.with(unit: "kr/dag") }).contains("CMD044"))
  }

  @Test(
    "what is summed is what its parts give",
    arguments: [
      "socialbalans.closing.municipality", "socialbalans.closing.society", "netto.net.society",
      "socialbalansrad.1.amount", "socialbalansrad.1.factor", "journal.A.1.amount",
    ])
  func sums(id: String) throws {
    for value in ["1000000000.00", "0.01"] {
      let package = try changed(id) {
        $0.with(value: $0.unit == "factor" ? "0.123456" : value)
      }
      #expect(codes(package).contains("CMD046"))
    }
  }

  @Test("a figure in more decimals than its unit has, or twice, is told of")
  func decimalsAndDoubles() throws {
    let people = try changed("indikator.participants.all") { $0.with(value: "31.5") }
    #expect(codes(people).contains("CMD042"))
    var package = try Self.package()
    package.figures.append(try #require(package.figures.first))
    #expect(codes(package) == ["CMD043"])
  }

  @Test("a year is called by its own label", arguments: ["2024", "20\u{1}25", "", "2025-11"])
  func label(label: String) throws {
    var package = try Self.package()
    package.yearLabel = label
    #expect(codes(package) == ["CMD040"])
    package.yearLabel = "2025-12"
    #expect(codes(package).isEmpty)
  }

  @Test("a year is at most 18 months")
  func longYear() throws {
    var package = try Self.package()
    package.year = try #require(
      DateRange(package.year.end.adding(months: -18), package.year.end))
    #expect(codes(package) == ["CMD040"])
  }

  @Test("a share is its part by its whole, in the decimals of a rate")
  func shares() throws {
    let share = "indikator.placement-rate-strict.all"
    #expect(codes(try changed(share) { $0.with(value: "0.5334") }) == ["CMD046"])
    #expect(codes(try changed(share) { $0.with(value: "0.533333") }) == ["CMD042"])
    #expect(codes(try changed("\(share).part") { $0.with(value: "1") }).contains("CMD046"))
  }

  @Test("a total without its formula is not believed")
  func totalAlone() throws {
    let package = try changed("socialbalans.closing.society") {
      PackageFigure(
        id: $0.id, label: $0.label, value: "1.00", unit: $0.unit, formula: nil, parts: [])
    }
    #expect(codes(package).contains("CMD046"))
  }

  @Test("an actor whom this year does not know keeps its value from vanishing")
  func actor() throws {
    let review = PackageReview(try Self.package(), actors: Self.actors.subtracting([.region]))
    #expect(review.faults.map(\.code.rawValue) == ["CMD048"])
  }

  @Test(
    "an assumption that cannot be read is told of",
    arguments: [
      ("övergång.horisont", "fem", "år"), ("övergång.horisont", "1e9", "år"),
      ("övergång.horisont", "900000000", "år"), ("övergång.horisont", "5", "månader"),
      ("övergång.horisont", "", "år"), ("övergång.horisont", "obegränsat", "år"),
      ("övergång.dödvikt", "40,5", "%"), ("övergång.dödvikt", "140", "%"),
      ("övergång.dödvikt", "-1", "%"), ("diskonteringsränta", "3.123", "%"),
      ("övergång.dödvikt", "41", "%"),
    ])
  func assumptions(id: String, value: String, unit: String) throws {
    var package = try Self.package()
    let index = try #require(package.parameters.firstIndex { $0.id == id })
    package.parameters[index].value = value
    package.parameters[index].unit = unit
    #expect(codes(package).contains("CMD047"))
    package.parameters.remove(at: index)
    #expect(codes(package).contains("CMD045"))
  }

  @Test(
    "sums and products are exact, and rounded half away from zero",
    arguments: [
      ("-2.5", 0, "-3"), ("2.5", 0, "3"), ("2.4999", 0, "2"), ("-0.005", 2, "-0.01"),
      ("0.0049", 2, "0"), ("7", 2, "7"),
    ])
  func rounding(text: String, decimals: Int, expected: String) throws {
    let number = try #require(DecimalText(text, decimals: 6))
    #expect(number.rounded(decimals)?.description == expected)
  }

  @Test("numbers beyond what is counted with give nothing")
  func overflow() throws {
    let most = try #require(DecimalText("9223372036854775807", decimals: 0))
    #expect(DecimalText("9223372036854775808", decimals: 0) == nil)
    #expect(most.times(most) != nil)
    #expect(most.times(most).flatMap { $0.times(most) } == nil)
    #expect(DecimalText.sum([most, nil]) == nil)
  }
}

extension PackageFigure {
  fileprivate func with(id: String) -> PackageFigure {
    PackageFigure(
      id: id, label: label, value: value, unit: unit, formula: formula, parts: parts)
  }

  fileprivate func with(value: String?) -> PackageFigure {
    PackageFigure(id: id, label: label, value: value, unit: unit, formula: formula, parts: parts)
  }

  fileprivate func with(unit: String) -> PackageFigure {
    PackageFigure(id: id, label: label, value: value, unit: unit, formula: formula, parts: parts)
  }
}

struct FolderListingTests {
  @Test("a folder that cannot be listed is not an empty one")
  func unlisted() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.enterprise()
    let books = "\(path)/bokforing"
    try FileManager.default.removeItem(atPath: books)
    #expect(codes(path) == ["CMD003"])
    // A link to itself is there and cannot be entered.
    try FileManager.default.createSymbolicLink(atPath: books, withDestinationPath: "bokforing")
    #expect(codes(path) == ["CMD049"])
    #expect(EnterpriseReading(path).state == .unreadable)
    try FileManager.default.removeItem(atPath: books)
    try Data().write(to: URL(fileURLWithPath: books))
    #expect(codes(path) == ["CMD049"])
    #expect(EnterpriseReading(path).state == .wrong)
  }

  private func codes(_ path: String) -> [String] {
    EnterpriseReading(path).diagnostics.all.map(\.code.rawValue)
      .filter { $0.hasPrefix("CMD") }
  }
}
