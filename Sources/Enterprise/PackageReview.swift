// Holds last year's package against itself before anything of it is used: a figure that cannot be
// read is never taken for absent, and a total is what its parts give.

import Bookkeeping
import Diagnostics
import Figures
import Interchange
import Outcomes
import Rulebook

/// What is wrong in a package, and in which member of it.
struct PackageFault {
  let code: DiagnosticCode
  /// The member, like `figures[3].value`.
  let member: String
  let facts: [String: any DiagnosticFact]
}

/// The review of a package of the internal edition, in which nothing is hidden.
struct PackageReview {
  /// Everything found, in the order of the package.
  private(set) var faults: [PackageFault] = []
  private let package: BokslutPackage
  /// Where a figure stands, by its id.
  private var places: [String: Int] = [:]
  /// The figures' values; nil for one that is no number.
  private var values: [DecimalText?] = []
  /// The figures' ids; nil for one that this program does not know.
  private var ids: [FigureID?] = []

  /// Reviews a package; `actors` are those that the settings know.
  init(_ package: BokslutPackage, actors: Set<ActorID>) {
    self.package = package
    checkLabel()
    readFigures()
    checkFormulas()
    checkTotals(actors: actors)
    checkAssumptions()
  }

  private mutating func report(
    _ code: DiagnosticCode, _ member: String, _ facts: [String: any DiagnosticFact]
  ) {
    faults.append(PackageFault(code: code, member: member, facts: facts))
  }

  /// The label heads columns of this year's report, so it is one that the program makes.
  private mutating func checkLabel() {
    let year = FiscalYear(period: package.year)
    // A fiscal year is at most 18 months (bokföringslagen 3 kap. 3 §).
    if year.end >= year.start.adding(months: 18) {
      report("CMD040", "fiscalYear.from", ["member": "fiscalYear.from"])
    }
    let labels = [year.label(), year.label(amongSeveral: true)]
    guard !labels.contains(package.yearLabel) else { return }
    report("CMD040", "fiscalYear.label", ["member": "fiscalYear.label"])
  }

  // MARK: Figures one by one

  private mutating func readFigures() {
    places.reserveCapacity(package.figures.count)
    values.reserveCapacity(package.figures.count)
    ids = package.figures.map { FigureIDText.id($0.id) }
    for (index, figure) in package.figures.enumerated() {
      if places.updateValue(index, forKey: figure.id) != nil {
        report("CMD043", "figures[\(index)].id", ["figure": figure.id])
      }
      let value = figure.value.flatMap {
        DecimalText($0, decimals: Self.decimals(of: figure, ids[index]))
      }
      values.append(value)
      if value == nil {
        report(
          "CMD042", "figures[\(index)].value",
          ["figure": figure.id, "value": figure.value ?? "null", "unit": figure.unit])
      }
    }
  }

  /// How many decimals a figure may have: by its unit, and where its share is taken over by the
  /// four that rates have.
  private static func decimals(of figure: PackageFigure, _ id: FigureID?) -> Int {
    if case .indicator? = id, figure.unit == FigureUnit.share.rawValue { return 4 }
    // The board may state its average number of employees with decimals.
    if case .keyFigure(.employeesStated)? = id, figure.value?.contains(".") == true { return 2 }
    return switch FigureUnit(rawValue: figure.unit) {
    case .kronor, .months, .fullTimeYears: 2
    case .people, .transitions, .employments, .outcomes, .count: 0
    default: 6
    }
  }

  /// The unit of a figure that this year's report takes over, as it is written; nil for others.
  private static func unit(of id: FigureID) -> FigureUnit? {
    switch id {
    case .statement, .net, .socialBalance: .kronor
    case .indicator(let indicator, .all, .value):
      switch indicator {
      case .participants, .trained, .employedDuringYear: .people
      case .placeYears, .fullTimeEquivalents: .fullTimeYears
      case .transitions: .transitions
      case .held: .share
      default: nil
      }
    default: nil
    }
  }

  // MARK: Formulas

  /// Every formula must give its figure, and everything that a figure is made from must be there.
  private mutating func checkFormulas() {
    var missing: Set<String> = []
    for (index, figure) in package.figures.enumerated() {
      let member = "figures[\(index)]"
      let inputs = figure.formula?.inputs ?? []
      for id in inputs + figure.parts where places[id] == nil && missing.insert(id).inserted {
        report("CMD045", member, ["figure": id, "by": figure.id])
      }
      checkUnit(of: figure, index, summing: figure.formula?.summands ?? [])
      guard let formula = figure.formula, let value = values[index], isKnown(inputs) else {
        continue
      }
      let computed = formula.value { id in places[id].flatMap { values[$0] } }
      if computed != value {
        report(
          "CMD046", "\(member).value",
          [
            "figure": figure.id, "value": figure.value,
            "computed": computed?.description ?? "–",
          ])
      }
    }
  }

  private func isKnown(_ ids: [String]) -> Bool {
    ids.allSatisfy { id in places[id].map { values[$0] != nil } ?? false }
  }

  /// A sum has the unit of what it sums, and a figure that is taken over the unit it always had.
  private mutating func checkUnit(
    of figure: PackageFigure, _ index: Int, summing summands: [String]
  ) {
    let units = summands.compactMap { places[$0] }.map { package.figures[$0].unit }
    let other = units.first { $0 != figure.unit }
    let own = ids[index].flatMap(Self.unit)?.rawValue
    let expected = own.flatMap { $0 == figure.unit ? nil : $0 } ?? (own == nil ? other : nil)
    if let expected {
      report(
        "CMD044", "figures[\(index)].unit",
        ["figure": figure.id, "unit": figure.unit, "expected": expected])
    }
  }

  // MARK: Totals

  /// The figures that a report of the kind always has: what a total is summed from is named by it.
  private mutating func checkTotals(actors: Set<ActorID>) {
    // The sums that the nets of a report come to; a partial one may state none of society.
    var valued: Set<NetSubject> = []
    var isObserved = false
    var hasBalance = false
    var closings: [(actor: ActorID, index: Int)] = []
    for (index, figure) in package.figures.enumerated() {
      switch ids[index] {
      case .net(.gross, let subject), .net(.net, let subject):
        valued.formUnion([.publicSector, subject])
      case .indicator(let id, let group, let part):
        isObserved = true
        guard part == .part else { continue }
        let value = FigureIDText.text(.indicator(id, group, .value))
        if places[value] == nil {
          report("CMD045", "figures[\(index)]", ["figure": value, "by": figure.id])
        } else {
          checkShare(value, part: index, whole: .indicator(id, group, .whole))
        }
      case .socialBalance(let step, let subject):
        hasBalance = true
        if step == .closing, case .actor(let actor) = subject { closings.append((actor, index)) }
      case .projectedLine: hasBalance = true
      default: break
      }
    }
    var expected: [FigureID] = ["Nettoomsattning", "AretsResultat"].map {
      .statement(.incomeStatement, row: $0, .current)
    }
    let totals: [NetSubject] = [.publicSector, .society]
    expected.append(.net(.publicInput, .publicSector))
    for total in totals where valued.contains(total) {
      expected += [.net(.gross, total), .net(.net, total)]
    }
    if isObserved { expected += Self.observed.map { .indicator($0) } }
    if hasBalance { expected += totals.map { .socialBalance(.closing, $0) } }
    for id in expected.map(FigureIDText.text) where places[id] == nil {
      if !faults.contains(where: { $0.code == "CMD045" && $0.facts["figure"] as? String == id }) {
        report("CMD045", "figures", ["figure": id, "by": "bokslut.json"])
      }
    }
    let summed = totals.map { FigureIDText.text(.socialBalance(.closing, $0)) }
    checkClosings(closings, sums: summed, actors: actors)
  }

  /// A share of people or rows, which has no formula, is its part by its whole.
  private mutating func checkShare(_ id: String, part: Int, whole: FigureID) {
    guard let index = places[id], let place = places[FigureIDText.text(whole)],
      package.figures[index].unit == FigureUnit.share.rawValue,
      let value = values[index], let part = values[part], let whole = values[place],
      let computed = part.dividedAsCounts(by: whole, decimals: 4), computed != value
    else { return }
    report(
      "CMD046", "figures[\(index)].value",
      ["figure": id, "value": value.description, "computed": computed.description])
  }

  private static let observed: [IndicatorID] =
    [.participants, .trained, .placeYears, .employedDuringYear, .fullTimeEquivalents]
    + Destination.allCases.map { .transitions(to: $0) }

  /// What each actor was expected to gain is in the sums, which say what they are sums of, and the
  /// actor is one that this year's report has.
  private mutating func checkClosings(
    _ closings: [(actor: ActorID, index: Int)], sums: [String], actors: Set<ActorID>
  ) {
    var counted: Set<String> = []
    for id in sums {
      guard let index = places[id] else { continue }
      let figure = package.figures[index]
      if figure.formula == nil {
        report(
          "CMD046", "figures[\(index)]",
          ["figure": id, "value": figure.value ?? "null", "computed": "–"])
      }
      counted.formUnion(figure.formula?.inputs ?? [])
    }
    for (actor, index) in closings where values[index]?.isZero == false {
      let id = package.figures[index].id
      if !actors.contains(actor) {
        report("CMD048", "figures[\(index)].id", ["actor": actor.rawValue])
      } else if actor != .widerEconomy, !sums.isEmpty, !counted.contains(id) {
        report("CMD045", "figures[\(index)]", ["figure": sums[1], "by": id])
      }
    }
  }

  // MARK: Assumptions

  /// What was assumed is read or told of: as a value and as the figure of the same name.
  private mutating func checkAssumptions() {
    var stated: [AssumptionID: Int] = [:]
    for (index, parameter) in package.parameters.enumerated() {
      guard let id = AssumptionID(path: parameter.id) else { continue }
      if stated.updateValue(index, forKey: id) != nil {
        report("CMD043", "parameters[\(index)].id", ["figure": parameter.id])
      }
      let type = AssumptionRow[id].type
      let cases = [
        ("value", parameter.value), ("low", parameter.low), ("high", parameter.high),
      ]
      for (name, text) in cases where name == "value" || !text.isEmpty {
        guard parameter.unit != type.unit || !type.reads(text) else { continue }
        report(
          "CMD047", "parameters[\(index)].\(name)",
          ["assumption": parameter.id, "value": text, "unit": parameter.unit])
      }
    }
    for (index, figure) in package.figures.enumerated() {
      guard case .assumption(let id, .base)? = ids[index] else { continue }
      if let parameter = stated[id].map({ package.parameters[$0] }) {
        if parameter.value != figure.value {
          report(
            "CMD047", "figures[\(index)].value",
            ["assumption": parameter.id, "value": figure.value ?? "null", "unit": figure.unit])
        }
      } else {
        report("CMD045", "figures[\(index)]", ["figure": id.path, "by": figure.id])
      }
    }
  }
}

extension AssumptionType {
  /// What packages write for a length without limit.
  private static let unlimited = "obegränsat"

  /// Whether a package's text is a value of the type within what the settings may state.
  fileprivate func reads(_ text: String) -> Bool {
    if case .months(_, let mayBeUnlimited) = self, text == Self.unlimited {
      return mayBeUnlimited
    }
    guard DecimalText(text, decimals: 2) != nil, let value = value(of: text) else { return false }
    switch (self, value) {
    case (.rate, .rate(let rate)):
      return (0...Rate.one.tenThousandths).contains(rate.tenThousandths)
    case (.kronorPerMonth, .amount(let amount)): return amount.ore >= 0
    case (.months(let range, _), .count(let count)), (.years(let range), .count(let count)):
      return range.contains(count)
    default: return false
    }
  }
}

extension PackageFormula {
  /// The figures that the formula reads, in its order.
  fileprivate var inputs: [String] {
    switch self {
    case .figure(let id): [id]
    case .number: []
    case .add(let terms), .multiply(let terms): terms.flatMap(\.inputs)
    case .round(let inner, _): inner.inputs
    case .sum(let ids): ids
    }
  }

  /// The figures that are only added, whose unit is the sum's.
  fileprivate var summands: [String] {
    switch self {
    case .figure(let id): [id]
    case .sum(let ids): ids
    case .add(let terms): terms.flatMap(\.summands)
    case .round(let inner, _): inner.summands
    case .number, .multiply: []
    }
  }

  /// The exact value; nil when a figure is not known or the value is beyond what we count with.
  fileprivate func value(_ lookup: (String) -> DecimalText?) -> DecimalText? {
    switch self {
    case .figure(let id): lookup(id)
    case .number(let text): DecimalText(text, decimals: 18)
    case .add(let terms): DecimalText.sum(terms.map { $0.value(lookup) })
    case .multiply(let terms):
      terms.reduce(Optional(DecimalText.one)) { product, term in
        product.flatMap { product in term.value(lookup).flatMap(product.times) }
      }
    case .round(let inner, let decimals): inner.value(lookup)?.rounded(decimals)
    case .sum(let ids): DecimalText.sum(ids.map(lookup))
    }
  }
}
