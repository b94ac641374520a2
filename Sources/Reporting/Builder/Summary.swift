// The section Sammanfattning: what is missing first, then the headline, then what stands behind it.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The first page.
  mutating func summary(ratios: Table?, indicators: Table?) throws(ReportFault) -> Section {
    var blocks: [Block] = []
    if !second.coverage.hasRegister {
      blocks.append(.notice(Paragraph(try texts(Self.noRegisterKey))))
    }
    if !second.coverage.hasAssumptions {
      blocks.append(.notice(Paragraph(try texts(Self.noAssumptionsKey))))
    }
    blocks.append(.table(try headline()))
    if let range = try headlineRange() { blocks.append(.paragraph(range)) }
    if second.targetWages?.areContractual == true {
      blocks.append(.notice(Paragraph(try texts(Self.contractualKey))))
    }
    let shown: Set = [Self.contractualKey, Self.noRegisterKey, Self.noAssumptionsKey]
    let remarks = second.remarks.filter { !shown.contains($0.key) }
    if !remarks.isEmpty {
      blocks.append(.heading(try texts("summary.remarks")))
      for remark in remarks {
        let facts = remark.arguments.mapValues(NumberText(language).fact)
        blocks.append(
          .paragraph(Paragraph(try texts(remark.key, facts))))
      }
    }
    blocks.append(.table(try actors()))
    if let ratios { blocks.append(.table(ratios)) }
    if let indicators { blocks.append(.table(indicators)) }
    return Section(
      id: .summary, title: try texts("section.sammanfattning"),
      lead: try texts("section.sammanfattning.lead"), blocks: blocks)
  }

  private static let contractualKey = "remark.contractual-wages"
  private static let noRegisterKey = "remark.no-register"
  private static let noAssumptionsKey = "remark.no-assumptions"

  /// The headline: årets resultat beside årets samhällsnytta.
  private func headline() throws(ReportFault) -> Table {
    let candidates: [(role: Row.Role, id: FigureID, key: String)] = [
      (.body, .statement(.incomeStatement, row: "Nettoomsattning", .current), "headline.sales"),
      (.body, .statement(.incomeStatement, row: "AretsResultat", .current), "headline.result"),
      (.body, .net(.publicInput, .publicSector), "headline.public-input"),
      (.body, .net(.net, .publicSector), "headline.net-public"),
      (.total, .net(.net, .society), "headline.net-society"),
    ]
    var rows: [Row] = []
    for (role, id, key) in candidates where figures.contains(id) {
      rows.append(Row(role, [.text(try texts(key)), .figure(id)]))
    }
    return Table(
      id: "rubriken", title: try texts("summary.headline"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
      ], rows: rows,
      notes: try second.coverage.isValued ? [Paragraph(texts("headline.note"))] : [])
  }

  /// What every actor put in and got, public actors first.
  private func actors() throws(ReportFault) -> Table {
    let measures: [NetMeasure] =
      second.coverage.isValued ? [.publicInput, .ledger, .gross, .net] : [.publicInput, .ledger]
    func cells(_ subject: NetSubject) -> [Cell] {
      measures.map { measure in
        let id = FigureID.net(measure, subject)
        guard let figure = figures[id] else { return .blank }
        if case .actor = subject, figure.value.scaled == 0 { return .blank }
        return .figure(id)
      }
    }
    func rows(_ actors: [Actor], level: Int) throws(ReportFault) -> [Row] {
      var rows: [Row] = []
      for actor in actors {
        let cells = cells(.actor(actor.id))
        guard cells.contains(where: { $0 != .blank }) else { continue }
        rows.append(Row(level: level, [.text(try name(of: actor.id))] + cells))
      }
      return rows
    }
    let others = second.actors.filter { !$0.isPublic && $0.id != .widerEconomy }
    var all = try rows(second.actors.filter(\.isPublic), level: 1)
    all.append(Row(.subtotal, [.text(try texts("subject.public"))] + cells(.publicSector)))
    all += try rows(others, level: 1)
    if second.coverage.isValued {
      // The ledger alone says nothing of society's net.
      all.append(Row(.total, [.text(try texts("subject.society"))] + cells(.society)))
    }
    let note =
      second.coverage.isValued ? "summary.actors.note" : "summary.actors.note.partial"
    var columns = [Column("label", heading: "", kind: .label)]
    for measure in measures {
      columns.append(
        Column(
          measure.rawValue, heading: try texts("measure.\(measure.rawValue)"), kind: .kronor))
    }
    return Table(
      id: "aktorer", title: try texts("summary.actors"), columns: columns, rows: all,
      notes: [Paragraph(try texts(note))])
  }
}
