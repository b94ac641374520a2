// The tax rules of the fiscal year's income year, found once for all people.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// The values that package X needs, as valid on 31 December of the income year (method.md
/// section 7).
struct TaxRules {
  /// The id that lines of municipal tax name; the report lists which municipalities it stands for.
  static let municipalID = "kommunalskatt"
  /// The id that lines of regional tax name.
  static let regionalID = "regionskatt"

  /// Price base amount and the credit's two values, as far as they exist.
  let parameters: [Parameter]
  private let incomeYear: Int
  private let table: IncomeTaxRules
  private let year: IncomeTax.Year
  private let rates: [String: TaxRates]

  /// Whether the year has no job tax credit in the bank.
  var lacksJobTaxCredit: Bool { year.jobTaxCredit == nil }

  /// The years whose rates stand in for the income year's, in order.
  var nearestYears: [Int] {
    Set(rates.values.filter(\.isFromNearestYear).compactMap(\.year)).sorted()
  }

  /// Nil when a value is missing: `values` remembers parameters, `problems` takes municipalities
  /// without rates.
  init?(
    _ bank: ParameterBank, incomeYear: Int, people: [Person], values: inout ValueFinder,
    problems: inout [TaxRateProblem]
  ) {
    guard let day = CalendarDate(year: incomeYear, month: 12, day: 31) else { return nil }
    let price = values.parameter("prisbasbelopp", on: day, neededBy: .tax)
    let table = IncomeTaxRules(on: day)
    var numbers: [String: Rational] = [:]
    var credit: [Parameter] = []
    for id in table.creditParameterIDs {
      guard let found = values.optionalParameter(id, on: day) else { continue }
      numbers[id] = found.holder.value.rational
      credit += found.parameters
    }
    var rates: [String: TaxRates] = [:]
    for name in Set(people.map { $0.participant.municipality ?? "" }).sorted() {
      do throws(TaxRateProblem) {
        rates[name] = try bank.taxRates(municipality: name.isEmpty ? nil : name, on: day)
      } catch {
        problems.append(error)
      }
    }
    guard let price, problems.isEmpty else { return nil }
    self.incomeYear = incomeYear
    self.table = table
    self.year = IncomeTax.Year(
      priceBaseAmount: price.holder.value.rational, table: table, numbers: numbers)
    // Without all of its values there is no credit, and none of them is used.
    self.parameters = price.parameters + (year.jobTaxCredit == nil ? [] : credit)
    self.rates = rates
  }

  /// The rates where a participant lives.
  func localRates(of participant: Participant) -> TaxRates? {
    rates[participant.municipality ?? ""]
  }

  /// Whether the rules are not for someone so old, who is then left out of X; whoever's age is
  /// unknown is taxed as of working age, which a remark says.
  func leavesOut(_ participant: Participant) -> Bool {
    participant.birthYear.known.map { table.leavesOut(birthYear: $0, incomeYear: incomeYear) }
      ?? false
  }

  /// The rules with local rates.
  func incomeTax(localRate: Rate) -> IncomeTax {
    IncomeTax(year: year, localRate: localRate.rational)
  }
}

extension TaxRates {
  /// The last day of the year that the rates were set for; nil for own rates, which go on.
  var validTo: CalendarDate? { year.flatMap { CalendarDate(year: $0, month: 12, day: 31) } }

  /// One of the two rates as a parameter for the report's list.
  func parameter(_ kind: LineKind) -> Parameter {
    let isMunicipal = kind == .municipalTax
    let id = isMunicipal ? TaxRules.municipalID : TaxRules.regionalID
    let rate = isMunicipal ? municipal : regional
    let name = isMunicipal ? "Kommunalskatt" : "Regionskatt"
    return Parameter(
      id: municipality.isEmpty ? id : "\(id).\(municipality)",
      name: municipality.isEmpty ? name : "\(name), \(municipality)", unit: .percent,
      value: ParameterValue(tenThousandths: rate.tenThousandths * 100), validFrom: validFrom,
      validTo: validTo, source: source, status: status, origin: .bank)
  }
}
