// The text of a figure's id, at the edge: what bokslut.json writes and `explain` reads, and
// no other place gives or takes.

import Bookkeeping
import Outcomes
import Rulebook

/// How ids are written: words joined by points, the same from year to year.
/// `docs/figure-ids.md` lists the families.
package enum FigureIDText {
  /// The words that stand for all actors: no actor of the settings can have them as its id.
  private static let total = "total"
  private static let sum = "sum"
  private static let unplacedChannel = "ej fördelat"

  // MARK: Writing

  /// The text of an id.
  package static func text(_ id: FigureID) -> String { words(of: id).joined(separator: ".") }

  private static func words(of id: FigureID) -> [String] {
    switch id {
    case .statement(let kind, let row, let column): [kind.rawValue, row, column.rawValue]
    case .year(let label, let measure): ["flerar", label, measure.rawValue]
    case .equity(let row, let column): ["ek", row, column.rawValue]
    case .keyFigure(let id): ["nyckeltal", id.rawValue]
    case .incomeKind(let kind, let part): ["intaktsslag", kind.rawValue, part.rawValue]
    case .opening(let account, let column): ["ib", account, column.rawValue]
    case .line(let line, let part):
      ["journal", line.series.rawValue, String(line.number), part.rawValue]
    case .matrix(let series, let kind, let outcome, let actor):
      matrix(series, kind, outcome) + [actor.rawValue]
    case .matrixRowTotal(let series, let kind, let outcome):
      matrix(series, kind, outcome) + [total]
    case .seriesSum(let series, let actor):
      ["matris", series.rawValue, sum, actor?.rawValue ?? total]
    case .matrixSum(let actor): ["matris", sum, actor?.rawValue ?? total]
    case .net(let measure, let subject): ["netto", measure.rawValue, subject.identifier]
    case .bridge(let point): ["bro", point.identifier]
    case .check(let check, let part):
      ["avstamning", numbered(check.name.rawValue, check.time), part.rawValue]
    case .channel(let channel, let part):
      ["kanal", channel?.rawValue ?? unplacedChannel, part.rawValue]
    case .cost(let kind): ["kostnadsslag", kind.rawValue]
    case .tied(let list, let part): ["summering", list.rawValue, part.rawValue]
    case .indicator(let id, let group, let part):
      ["indikator", id.identifier, group.identifier] + (part == .value ? [] : [part.rawValue])
    case .setback(let kind, let part): ["motgang", kind.rawValue] + people(part)
    case .funnel(let stage, let part): ["tratt", stage.rawValue, part.rawValue]
    case .process(let process): ["process", "transitions", process.rawValue]
    case .work(let place, let isSubsidised, let part):
      ["work", place.rawValue, isSubsidised ? "subsidised" : "unsubsidised", part.rawValue]
    case .state(let state, let part): ["lage", state.rawValue] + people(part)
    case .evidence(let evidence, let part): ["underlag", evidence.rawValue, part.rawValue]
    case .criterion(let id): ["asf", id.rawValue]
    case .parameter(let key): ["parameter", key.id, numbered(key.from.description, key.time)]
    case .assumption(let id, let part): ["antagande", id.path, part.rawValue]
    case .socialBalance(let step, let subject):
      ["socialbalans", step.rawValue, subject.identifier]
    case .projectedLine(let number, let part): ["socialbalansrad", String(number), part.rawValue]
    case .funder(let year, let subject, let measure):
      ["finansiar", year, subject.identifier, measure.rawValue]
    case .comparison(let id, let side): ["jamforelse"] + words(of: id) + [side.rawValue]
    case .sensitivity(let subject, let point, let part):
      ["kanslighet", subject.path, word(of: point), word(of: part)]
    case .ratio(let subject, let part):
      ["kvot", subject.identifier] + (part == .ratio ? [] : [part.rawValue])
    case .pensionClaim: ["metod", "pensionsratt"]
    case .wages(let part): ["lon", part.rawValue]
    }
  }

  private static func matrix(
    _ series: Series, _ kind: LineKind, _ outcome: OutcomeKind?
  ) -> [String] {
    ["matris", series.rawValue, kind.rawValue] + [outcome?.rawValue].compactMap(\.self)
  }

  private static func people(_ part: CountPart) -> [String] { part == .people ? ["people"] : [] }

  private static func numbered(_ name: String, _ time: Int) -> String {
    time == 1 ? name : "\(name)-\(time)"
  }

  private static func word(of point: SensitivityPoint) -> String {
    switch point {
    case .chosen(let name): name.rawValue
    case .breakEven: "break-even"
    }
  }

  private static func word(of part: SensitivityPart) -> String {
    switch part {
    case .value: "value"
    case .net(let subject): subject.identifier
    }
  }

  // MARK: Reading

  /// The id of a text, nil when it is the text of none.
  package static func id(_ text: String) -> FigureID? {
    let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let family = words.first, let last = words.last, words.count > 1 else { return nil }
    let rest = Array(words.dropFirst())
    /// What stands between the family and the last word; names may hold points of their own.
    let middle = rest.dropLast().joined(separator: ".")
    let whole = rest.joined(separator: ".")
    let id: FigureID? =
      switch family {
      case "rr", "br":
        StatementKind(rawValue: family).flatMap { kind in
          YearColumn(rawValue: last).map { .statement(kind, row: middle, $0) }
        }
      case "flerar": OverviewMeasure(rawValue: last).map { .year(middle, $0) }
      case "ek": EquityColumn(rawValue: last).map { .equity(row: middle, $0) }
      case "nyckeltal": KeyFigureID(rawValue: whole).map { .keyFigure($0) }
      case "intaktsslag":
        FlowKind(rawValue: middle).flatMap { kind in
          SharePart(rawValue: last).map { .incomeKind(kind, $0) }
        }
      case "ib": OpeningColumn(rawValue: last).map { .opening(account: middle, $0) }
      case "journal": line(rest)
      case "matris": matrix(rest)
      case "netto":
        NetMeasure(rawValue: rest[0]).flatMap { measure in
          subject(rest.dropFirst()).map { .net(measure, $0) }
        }
      case "bro": BridgePoint(identifier: whole).map { .bridge($0) }
      case "avstamning":
        time(after: middle).flatMap { name, time in
          CheckName(rawValue: name).map { CheckID($0, time: time) }
        }.flatMap { check in CheckPart(rawValue: last).map { .check(check, $0) } }
      case "kanal": channel(middle, last)
      case "kostnadsslag": FlowKind(rawValue: whole).map { .cost($0) }
      case "summering":
        TiedList(rawValue: middle).flatMap { list in
          TiedPart(rawValue: last).map { .tied(list, $0) }
        }
      case "indikator": indicator(rest)
      case "motgang":
        count(rest) { kind in Setback(rawValue: kind).map { kind in { .setback(kind, $0) } } }
      case "tratt":
        FunnelStage(rawValue: middle).flatMap { stage in
          FunnelPart(rawValue: last).map { .funnel(stage, $0) }
        }
      case "process": middle == "transitions" ? Process(rawValue: last).map { .process($0) } : nil
      case "work": work(rest)
      case "lage":
        count(rest) { state in HoldingState(rawValue: state).map { state in { .state(state, $0) } }
        }
      case "underlag":
        Evidence(rawValue: middle).flatMap { evidence in
          EvidencePart(rawValue: last).map { .evidence(evidence, $0) }
        }
      case "asf": CriterionID(rawValue: whole).map { .criterion($0) }
      case "parameter": parameter(middle, last)
      case "antagande":
        AssumptionID(path: middle).flatMap { id in
          AssumptionPart(rawValue: last).map { .assumption(id, $0) }
        }
      case "socialbalans":
        SocialBalanceStep(rawValue: rest[0]).flatMap { step in
          subject(rest.dropFirst()).map { .socialBalance(step, $0) }
        }
      case "socialbalansrad":
        Int(middle).flatMap { number in
          LinePart(rawValue: last).map { .projectedLine(number, $0) }
        }
      case "finansiar": funder(rest)
      case "jamforelse":
        Self.id(middle).flatMap { id in
          ComparisonSide(rawValue: last).map { .comparison(id, $0) }
        }
      case "kanslighet": sensitivity(rest)
      case "kvot": ratio(rest)
      case "metod": whole == "pensionsratt" ? .pensionClaim : nil
      case "lon": WagesPart(rawValue: whole).map { .wages($0) }
      default: nil
      }
    // What is not written exactly so is no id: `journal.A.01.basis`.
    return id.flatMap { Self.text($0) == text ? $0 : nil }
  }

  private static func subject(_ words: ArraySlice<String>) -> NetSubject? {
    words.isEmpty ? nil : NetSubject(identifier: words.joined(separator: "."))
  }

  /// `name-2` is the second of that name.
  private static func time(after text: String) -> (name: String, time: Int)? {
    guard let dash = text.lastIndex(of: "-"), let time = Int(text[text.index(after: dash)...]),
      time > 1
    else { return (text, 1) }
    return (String(text[..<dash]), time)
  }

  private static func line(_ words: [String]) -> FigureID? {
    guard words.count == 3, let series = Series(rawValue: words[0]), let number = Int(words[1]),
      let part = LinePart(rawValue: words[2])
    else { return nil }
    return .line(LineReference(series: series, number: number), part)
  }

  private static func matrix(_ words: [String]) -> FigureID? {
    func actor(_ words: ArraySlice<String>) -> ActorID?? {
      guard !words.isEmpty else { return nil }
      let name = words.joined(separator: ".")
      return .some(name == total ? nil : ActorID(rawValue: name))
    }
    if words[0] == sum { return actor(words.dropFirst()).map { .matrixSum($0) } }
    guard words.count > 2, let series = Series(rawValue: words[0]) else { return nil }
    if words[1] == sum { return actor(words.dropFirst(2)).map { .seriesSum(series, $0) } }
    var rest = words.dropFirst()
    var kind = rest.removeFirst()
    if kind == "support" { kind += "." + rest.removeFirst() }
    var outcome: OutcomeKind?
    if series != .ledger {
      guard let word = rest.first, let named = OutcomeKind(rawValue: word) else { return nil }
      outcome = named
      rest.removeFirst()
    }
    return actor(rest).map { actor in
      let kind = LineKind(rawValue: kind)
      return actor.map { .matrix(series, kind, outcome, $0) }
        ?? .matrixRowTotal(series, kind, outcome)
    }
  }

  private static func channel(_ name: String, _ last: String) -> FigureID? {
    guard let part = SharePart(rawValue: last) else { return nil }
    if name == unplacedChannel { return .channel(nil, part) }
    return IncomeChannel(rawValue: name).map { .channel($0, part) }
  }

  private static func indicator(_ words: [String]) -> FigureID? {
    for (index, word) in words.enumerated().dropFirst() {
      guard let group = ParticipantGroup(identifier: word) else { continue }
      guard let id = IndicatorID(identifier: words[..<index].joined(separator: ".")) else {
        return nil
      }
      let after = words[(index + 1)...]
      guard after.count < 2 else { return nil }
      guard let last = after.first else { return .indicator(id, group, .value) }
      return IndicatorPart(rawValue: last).map { .indicator(id, group, $0) }
    }
    return nil
  }

  private static func count(
    _ words: [String], _ family: (String) -> ((CountPart) -> FigureID)?
  ) -> FigureID? {
    guard words.count < 3, words.count == 1 || words[1] == "people" else { return nil }
    return family(words[0]).map { $0(words.count == 1 ? .count : .people) }
  }

  private static func work(_ words: [String]) -> FigureID? {
    guard words.count == 3, let place = WorkPlace(rawValue: words[0]),
      let part = WorkPart(rawValue: words[2])
    else { return nil }
    return .work(place, isSubsidised: words[1] == "subsidised", part)
  }

  private static func parameter(_ id: String, _ last: String) -> FigureID? {
    guard last.count >= 10, let from = CalendarDate(String(last.prefix(10))) else { return nil }
    let time = last.count == 10 ? 1 : Int(last.dropFirst(11))
    return time.map { .parameter(ParameterKey(id: id, from: from, time: $0)) }
  }

  private static func funder(_ words: [String]) -> FigureID? {
    guard words.count > 2, let measure = FunderMeasure(rawValue: words[words.count - 1]) else {
      return nil
    }
    return subject(words.dropFirst().dropLast()).map { .funder(year: words[0], $0, measure) }
  }

  private static func sensitivity(_ words: [String]) -> FigureID? {
    for (index, word) in words.enumerated().dropFirst() {
      let point: SensitivityPoint
      if word == Self.word(of: .breakEven) {
        point = .breakEven
      } else if let name = SensitivityCase(rawValue: word) {
        point = .chosen(name)
      } else {
        continue
      }
      guard let varied = SensitivitySubject(path: words[..<index].joined(separator: ".")) else {
        return nil
      }
      let rest = words[(index + 1)...]
      if rest == ["value"] { return .sensitivity(varied, point, .value) }
      return subject(rest).map { .sensitivity(varied, point, .net($0)) }
    }
    return nil
  }

  private static func ratio(_ words: [String]) -> FigureID? {
    guard words.count < 3 else { return nil }
    let part = words.count == 1 ? .ratio : RatioPart(rawValue: words[1])
    return part.map { .ratio(NetSubject(identifier: words[0]), $0) }
  }
}
