// The first bokslut of the fictional enterprise, written by hand.

import Bookkeeping
import Figures

@testable import Calculation
@testable import Rulebook

/// Statements written by hand.
package enum SampleStatements {
  /// 2025.
  package static let year = FiscalYear(period: period(2025))
  /// 2024.
  package static let previousYear = FiscalYear(period: period(2024))

  private static func period(_ year: Int) -> DateRange {
    guard let start = CalendarDate(year: year, month: 1, day: 1),
      let end = CalendarDate(year: year, month: 12, day: 31), let range = DateRange(start, end)
    else { preconditionFailure("a calendar year has days") }
    return range
  }

  /// The first bokslut: a result of 167 654.33 kr, and 35 000.00 kr the year before.
  package static func first(withPrevious: Bool = true) -> FirstBokslut {
    FirstBokslut(
      form: .economicAssociation, year: year, previousYear: withPrevious ? previousYear : nil,
      previousFile: nil,
      incomeStatement: Statement(
        kind: .incomeStatement, rows: income.map { $0.row(withPrevious: withPrevious) }),
      balanceSheet: Statement(
        kind: .balanceSheet, rows: balance.map { $0.row(withPrevious: withPrevious) }),
      result: Amount(ore: 16_765_433),
      closing: YearEndClosing(
        entry: .booked(account: "2099"), booked: Amount(ore: 16_765_433), closingAccounts: [],
        earlierResult: .zero, internalAccounts: [], difference: .zero),
      previousClosing: nil, opening: nil, unsureAccounts: [], movedAccounts: [])
  }

  struct Line {
    let id: String
    let swedish: String
    let english: String
    var level = 0
    var content: LayoutRow.Content = .accounts
    var current: Int64 = 0
    var previous: Int64 = 0

    func row(withPrevious: Bool) -> StatementRow {
      StatementRow(
        layout: LayoutRow(
          id: id, labelSwedish: swedish, labelEnglish: english, level: level, content: content,
          printsNegated: true, alwaysShown: true),
        current: Amount(ore: current),
        previous: withPrevious && content != .heading ? Amount(ore: previous) : nil,
        accounts: [], currentBesideAccounts: .zero, previousBesideAccounts: nil)
    }
  }

  private static let income: [Line] = [
    Line(
      id: "RorelsensIntakterLagerforandringarMmAbstract",
      swedish: "Rörelseintäkter, lagerförändringar m.m.", english: "Operating income",
      content: .heading),
    Line(
      id: "Nettoomsattning", swedish: "Nettoomsättning", english: "Net sales", level: 1,
      current: 300_000_000, previous: 270_000_000),
    Line(
      id: "OvrigaRorelseintakter", swedish: "Övriga rörelseintäkter",
      english: "Other operating income", level: 1, current: 150_000_000, previous: 140_000_000),
    Line(
      id: "RorelseintakterLagerforandringarMm",
      swedish: "Summa rörelseintäkter, lagerförändringar m.m.",
      english: "Total operating income", level: 0,
      content: .sum(of: ["Nettoomsattning", "OvrigaRorelseintakter"]), current: 450_000_000,
      previous: 410_000_000),
    Line(
      id: "RorelsekostnaderAbstract", swedish: "Rörelsekostnader", english: "Operating costs",
      content: .heading),
    Line(
      id: "OvrigaExternaKostnader", swedish: "Övriga externa kostnader",
      english: "Other external costs", level: 1, current: -90_000_000, previous: -85_000_000),
    Line(
      id: "Personalkostnader", swedish: "Personalkostnader", english: "Personnel costs",
      level: 1, current: -340_000_000, previous: -320_000_000),
    Line(
      id: "Rorelsekostnader", swedish: "Summa rörelsekostnader",
      english: "Total operating costs",
      content: .sum(of: [
        "RavarorFornodenheterKostnader", "OvrigaExternaKostnader", "Personalkostnader",
      ]),
      current: -430_000_000, previous: -405_000_000),
    Line(
      id: "Rorelseresultat", swedish: "Rörelseresultat", english: "Operating result",
      content: .sum(of: ["RorelseintakterLagerforandringarMm", "Rorelsekostnader"]),
      current: 20_000_000, previous: 5_000_000),
    Line(
      id: "FinansiellaPosterAbstract", swedish: "Finansiella poster",
      english: "Financial items", content: .heading),
    Line(
      id: "RantekostnaderLiknandeResultatposter",
      swedish: "Räntekostnader och liknande resultatposter",
      english: "Interest costs and similar items", level: 1, current: -1_234_567,
      previous: -1_000_000),
    Line(
      id: "ResultatEfterFinansiellaPoster", swedish: "Resultat efter finansiella poster",
      english: "Result after financial items",
      content: .sum(of: ["Rorelseresultat", "RantekostnaderLiknandeResultatposter"]),
      current: 18_765_433, previous: 4_000_000),
    Line(
      id: "SkattAretsResultat", swedish: "Skatt på årets resultat", english: "Income tax",
      level: 1, current: -2_000_000, previous: -500_000),
    Line(
      id: "AretsResultat", swedish: "Årets resultat", english: "The year's result",
      content: .sum(of: ["ResultatEfterFinansiellaPoster", "SkattAretsResultat"]),
      current: 16_765_433, previous: 3_500_000),
  ]

  private static let balance: [Line] = [
    Line(
      id: "TillgangarAbstract", swedish: "Tillgångar", english: "Assets", content: .heading),
    Line(
      id: "OmsattningstillgangarAbstract", swedish: "Omsättningstillgångar",
      english: "Current assets", level: 1, content: .heading),
    Line(
      id: "Kundfordringar", swedish: "Kundfordringar", english: "Accounts receivable", level: 2,
      current: 41_250_000, previous: 38_000_000),
    Line(
      id: "KassaBankExklRedovisningsmedel", swedish: "Kassa och bank",
      english: "Cash and bank", level: 2, current: 70_515_433, previous: 52_000_000),
    Line(
      id: "Omsattningstillgangar", swedish: "Summa omsättningstillgångar",
      english: "Total current assets", level: 1,
      content: .sum(of: ["Kundfordringar", "KassaBankExklRedovisningsmedel"]),
      current: 111_765_433, previous: 90_000_000),
    Line(
      id: "Tillgangar", swedish: "Summa tillgångar", english: "Total assets",
      content: .sum(of: ["Omsattningstillgangar"]), current: 111_765_433, previous: 90_000_000),
    Line(
      id: "EgetKapitalSkulderAbstract", swedish: "Eget kapital och skulder",
      english: "Equity and liabilities", content: .heading),
    Line(
      id: "EgetKapitalAbstract", swedish: "Eget kapital", english: "Equity", level: 1,
      content: .heading),
    Line(
      id: "BalanseratResultat", swedish: "Balanserat resultat", english: "Retained earnings",
      level: 2, current: 45_000_000, previous: 41_500_000),
    Line(
      id: "AretsResultatEgetKapital", swedish: "Årets resultat", english: "The year's result",
      level: 2, current: 16_765_433, previous: 3_500_000),
    Line(
      id: "EgetKapital", swedish: "Summa eget kapital", english: "Total equity", level: 1,
      content: .sum(of: ["BalanseratResultat", "AretsResultatEgetKapital"]),
      current: 61_765_433, previous: 45_000_000),
    Line(
      id: "KortfristigaSkulderAbstract", swedish: "Kortfristiga skulder",
      english: "Current liabilities", level: 1, content: .heading),
    Line(
      id: "OvrigaKortfristigaSkulder", swedish: "Övriga skulder", english: "Other liabilities",
      level: 2, current: 50_000_000, previous: 45_000_000),
    Line(
      id: "KortfristigaSkulder", swedish: "Summa kortfristiga skulder",
      english: "Total current liabilities", level: 1,
      content: .sum(of: ["OvrigaKortfristigaSkulder"]), current: 50_000_000,
      previous: 45_000_000),
    Line(
      id: "EgetKapitalSkulder", swedish: "Summa eget kapital och skulder",
      english: "Total equity and liabilities",
      content: .sum(of: ["EgetKapital", "KortfristigaSkulder"]), current: 111_765_433,
      previous: 90_000_000),
  ]
}
