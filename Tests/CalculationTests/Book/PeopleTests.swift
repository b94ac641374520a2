// Whom a figure rests on and how much of it each person brings, by small books written by hand.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Testing

@testable import Calculation

struct PeopleTests {
  private static let anna = ParticipantID(rawValue: "Anna")
  private static let bo = ParticipantID(rawValue: "Bo")

  private static func share(_ person: ParticipantID, _ basis: Rational) -> RecordShare {
    RecordShare(participant: person, location: SourceLocation(file: "utfall"), basis: basis)
  }

  private static func id(_ number: Int, _ part: LinePart) -> FigureID {
    .line(LineReference(series: .employment, number: number), part)
  }

  /// Adds a line of shares, worth 100 kr a unit, with a factor of one half.
  private static func add(
    _ number: Int, _ shares: [RecordShare], to book: inout FigureBook
  ) throws {
    let basis = shares.map(\.basis).sum()
    let parts: [(part: LinePart, value: FigureValue)] = [
      (.basis, .quantity(try Quantity(rounding: basis))),
      (.unitValue, .amount(Amount(ore: 10_000))),
      (.factor, .factor(Factor(millionths: 500_000))),
    ]
    for (part, value) in parts {
      try book.add(
        Figure(
          id: id(number, part), value: value, unit: .months, origin: .from(.shares(shares))))
    }
    try book.add(
      Figure(
        id: id(number, .amount),
        value: .amount(try (basis * Rational(50)).roundedToOre()), unit: .kronor,
        origin: .formula(
          .round(
            .multiply(parts.map { .figure(id(number, $0.part)) }), decimals: 2))))
  }

  /// Anna brings 2/3 and Bo 1 of the first line, Bo 1/4 of the second.
  private static func book() throws -> FigureBook {
    var book = FigureBook()
    try add(1, [share(anna, Rational(2, 3)), share(bo, 1)], to: &book)
    try add(2, [share(bo, Rational(1, 4))], to: &book)
    return book
  }

  @Test("a line's amount is divided as its basis, whatever its unit value and factor rest on")
  func line() throws {
    let book = try Self.book()
    #expect(book.people(of: Self.id(1, .unitValue)) == [Self.anna, Self.bo])
    #expect(
      book.weights(of: Self.id(1, .amount)) == [Self.anna: Rational(100, 3), Self.bo: 50])
  }

  @Test("sums and differences keep the parts; a number that nobody is behind scales them")
  func formulas() throws {
    var book = try Self.book()
    let difference = FigureID.bridge(.society)
    try book.add(
      Figure(
        id: difference, value: .amount(Amount(ore: 7_083)), unit: .kronor,
        origin: .formula(
          .balance(plus: [Self.id(1, .amount)], minus: [Self.id(2, .amount)]))))
    #expect(
      book.weights(of: difference) == [Self.anna: Rational(100, 3), Self.bo: Rational(75, 2)])
    try book.add(
      Figure(
        id: .criterion(.dividend), value: .count(3), unit: .count, origin: .from([])))
    let scaled = FigureID.pensionClaim
    try book.add(
      Figure(
        id: scaled, value: .amount(Amount(ore: 21_249)), unit: .kronor,
        origin: .formula(
          .round(
            .multiply([.figure(difference), .figure(.criterion(.dividend))]), decimals: 2))))
    #expect(book.weights(of: scaled) == [Self.anna: 100, Self.bo: Rational(225, 2)])
  }

  @Test("what cannot be divided has everybody behind it, each with nothing")
  func undivided() throws {
    var book = try Self.book()
    let share = FigureID.ratio(.society, .ratio)
    try book.add(
      Figure(
        id: share, value: .rate(.one), unit: .share,
        origin: .rounded(of: [Self.id(1, .amount), Self.id(2, .amount)])))
    let product = FigureID.ratio(.society, .numerator)
    try book.add(
      Figure(
        id: product, value: .amount(.zero), unit: .kronor,
        origin: .formula(
          .multiply([.figure(Self.id(1, .amount)), .figure(Self.id(2, .basis))]))))
    let sum = FigureID.bridge(.result)
    try book.add(
      Figure(
        id: sum, value: .amount(.zero), unit: .kronor,
        origin: .formula(.sum([share, Self.id(2, .amount)]))))
    for id in [share, product, sum] {
      #expect(book.weights(of: id) == [Self.anna: .zero, Self.bo: .zero])
    }
    let beside = FigureID.matrixSum(nil)
    try book.add(
      Figure(
        id: beside, value: .amount(.zero), unit: .kronor,
        origin: .formula(.sum([Self.id(2, .amount)]), restsOn: [Self.id(1, .basis)])))
    #expect(book.weights(of: beside) == [Self.anna: .zero, Self.bo: Rational(25, 2)])
  }

  @Test("counted rows are one each, people one, months what they are; a median has no parts")
  func lists() throws {
    var rows = RegisterRows()
    for person in [Self.anna, Self.bo] {
      _ = rows.add(person, at: SourceLocation(file: "deltagare"))
    }
    let here = [Self.anna, Self.anna, Self.bo].enumerated().map { index, person in
      let row = rows.add(person, at: SourceLocation(file: "plats", line: index))
      rows.state(months: Rational(index + 1), of: row)
      rows.state(wait: Rational(index + 1), of: row)
      return row
    }
    func weights(_ measure: RecordList.Measure) throws -> [ParticipantID: Rational] {
      var book = FigureBook()
      let list = RecordList(here, of: rows, measure)
      try book.add(
        Figure(
          id: .process(.all), value: .quantity(try Quantity(rounding: list.number)), unit: .months,
          origin: .from(.records(list))))
      return book.weights(of: .process(.all))
    }
    #expect(try weights(.rows) == [Self.anna: 2, Self.bo: 1])
    #expect(try weights(.people) == [Self.anna: 1, Self.bo: 1])
    #expect(try weights(.months) == [Self.anna: 3, Self.bo: 3])
    #expect(try weights(.years) == [Self.anna: Rational(1, 4), Self.bo: Rational(1, 4)])
    #expect(try weights(.medianWait) == [Self.anna: 0, Self.bo: 0])
    #expect(RecordList(here, of: rows, .medianWait).number == 2)
    #expect(RecordList(here, of: rows, .people).number == 2)
  }

  @Test("the order in which rows were read makes no difference")
  func order() {
    func list(_ people: [ParticipantID]) -> RecordList {
      var rows = RegisterRows()
      let numbers = people.map { rows.add($0, at: SourceLocation(file: $0.rawValue)) }
      return RecordList(numbers, of: rows, .people)
    }
    #expect(list([Self.anna, Self.bo]) == list([Self.bo, Self.anna]))
    #expect(list([Self.anna, Self.bo]) != list([Self.anna]))
  }

  @Test("a figure of the register that is not zero names somebody")
  func nobody() async {
    await #expect(processExitsWith: .failure) {
      _ = Figure(
        id: .process(.all), value: .count(1), unit: .transitions,
        origin: .from(.records(RecordList([], of: RegisterRows(), .rows))))
    }
  }
}
