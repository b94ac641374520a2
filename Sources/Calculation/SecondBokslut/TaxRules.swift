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

  /// What taxes the people of one municipality.
  struct Local {
    let local: TaxRates
    let rules: IncomeTax
  }

  /// Price base amount and the credit's two values, as far as they exist.
  let parameters: [Parameter]
  /// *Prisbasbelopp* of the income year.
  let priceBaseAmount: ParameterValue
  /// The calendar year in which the fiscal year ends.
  let incomeYear: Int
  private let table: IncomeTaxRules
  private let year: IncomeTax.Year
  private let municipalities: [String: Local]

  /// Whether the year has no job tax credit.
  var lacksJobTaxCredit: Bool { year.jobTaxCredit == nil }

  /// The year whose credits stand in for the income year's; nil when it has its own.
  var creditsOfYear: Int? { lacksJobTaxCredit ? nil : table.creditsOfYear }

  /// The age that leaves people out.
  var creditAge: Int { table.creditAge }

  /// The rates that stand in for the income year's, in the order of years and names.
  var nearestRates: [TaxRates] {
    Set(municipalities.values.map(\.local).filter(\.isFromNearestYear)).sorted {
      ($0.year ?? 0, $0.municipality) < ($1.year ?? 0, $1.municipality)
    }
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
    var numbers: [String: ParameterValue] = [:]
    var credit: [Parameter] = []
    for id in table.parameterIDs {
      // A year after the tables takes the last table's numbers too, unless it has its own.
      let last = table.creditsOfYear.flatMap { CalendarDate(year: $0, month: 12, day: 31) }
      guard
        let found = values.optionalParameter(id, on: day)
          ?? last.flatMap({ values.optionalParameter(id, on: $0) })
      else { continue }
      numbers[id] = found.holder.value
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
    let year = IncomeTax.Year(
      priceBaseAmount: price.holder.value, rules: table, numbers: numbers)
    self.priceBaseAmount = price.holder.value
    self.incomeYear = incomeYear
    self.table = table
    self.year = year
    // Without all of its values there is no credit, and none of them is used.
    self.parameters = price.parameters + (year.jobTaxCredit == nil ? [] : credit)
    self.municipalities = rates.mapValues { local in
      Local(
        local: local,
        rules: IncomeTax(
          year: year, localRate: local.total,
          hasRegionalCredit: RegionalCredit.isGiven(in: local.municipality, on: day)))
    }
  }

  /// The rates where a participant lives, and the tax by them.
  func incomeTax(of participant: Participant) -> Local? {
    municipalities[participant.municipality ?? ""]
  }

  /// Whether the rules are not for someone who is so old when a year begins, and is then left out
  /// of X. Whoever's age is unknown is taxed as of working age, which a remark says.
  func leavesOut(_ participant: Participant, in year: Int) -> Bool {
    participant.birthYear.known.map { table.leavesOut(birthYear: $0, in: year) } ?? false
  }
}

extension TaxRates {
  /// The last day of the year that the rates were set for; nil for own rates, which go on.
  var validTo: CalendarDate? {
    status == Parameter.ownStatus
      ? nil : year.flatMap { CalendarDate(year: $0, month: 12, day: 31) }
  }

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
