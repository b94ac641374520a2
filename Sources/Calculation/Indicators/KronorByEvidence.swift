// What the year's transitions are worth to society, by the evidence that they rest on.

import Bookkeeping
import Figures
import Outcomes

/// Society's part of series O by *underlag*: what enters from the wider economy less what leaves to
/// it, each record's share of each line exact.
struct KronorByEvidence {
  private var shares: [Evidence: [LineShare]] = [:]

  init(_ transitions: [HeldTransition], lines: [SocialLine]) {
    let evidence = Dictionary(
      transitions.map { ($0.transition.location, $0.transition.evidence) },
      uniquingKeysWith: { first, _ in first })
    for line in lines where line.series == .transitions {
      let sign = (line.from == .widerEconomy ? 1 : 0) - (line.to == .widerEconomy ? 1 : 0)
      guard sign != 0, let reference = line.reference else { continue }
      let perUnit =
        Rational(kronor: line.unitValue) * Rational(line.factor.millionths, 1_000_000)
        * Rational(sign)
      var records: [Evidence: [RecordShare]] = [:]
      for record in line.records {
        guard let evidence = evidence[record.location] else { continue }
        records[evidence, default: []].append(record)
      }
      for (evidence, own) in records {
        shares[evidence, default: []].append(
          LineShare(line: reference, kronorPerUnit: perUnit, records: own))
      }
    }
  }

  /// The shares of lines that rest on an evidence, in the order of lines.
  subscript(evidence: Evidence) -> [LineShare] { shares[evidence] ?? [] }
}
