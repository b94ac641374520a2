// Texts by their names: the facts filled in, and every value of every family in both languages.

import Diagnostics
import Figures
import Foundation
import Outcomes
import Rulebook
import Testing

@testable import Reporting

@Suite struct TextsTests {
  private let swedish = Texts(.swedish)
  private let english = Texts(.english)

  @Test func aTextIsReachedByItsName() {
    #expect(swedish(.matrixTotal) == "Summa")
    #expect(english(.matrixTotal) == "Sum")
    #expect(swedish(.methodHow1).hasPrefix("Det andra bokslutet är dubbel bokföring"))
  }

  @Test func factsStandInTheirPlaces() {
    #expect(
      swedish(.reportPeriod(from: "2025-01-01", to: "2025-12-31"))
        == "Räkenskapsåret 2025-01-01 – 2025-12-31")
    #expect(english(.agendaGoal(number: 8, name: "Work")) == "Goal 8: Work")
    // A fact that stands twice in the text is given once.
    let turning = swedish(.explainBreakEven(constant: "5 kr", slope: "−7 kr", full: "−2 kr"))
    #expect(turning.components(separatedBy: "5 kr").count == 3)
  }

  @Test func aParagraphHoldsFiguresWhereTheFactsAreFigures() {
    let id = FigureID.pensionClaim
    let paragraph = swedish.paragraph(
      .methodPension(amount: id, points: "10,21", source: "FK"))
    #expect(paragraph.figures == [id])
    // Words stand in one piece, whatever facts they are made of.
    #expect(paragraph.pieces.count == 3)
    guard case .text(let words) = paragraph.pieces[2] else {
      Issue.record("no words follow the figure")
      return
    }
    #expect(words.contains("10,21") && words.contains("FK"))
  }

  @Test func aValueIsNamedByItsFamily() {
    #expect(swedish(.series, .ledger).hasPrefix("L"))
    #expect(swedish(.channel, nil) == "Ej fördelat")
    #expect(english(.goal, 1) == "No poverty")
    #expect(swedish(.unit, .parameter(.percent)) == "%")
    #expect(swedish(ifAny: .actorHeading, .donor) == nil)
    #expect(swedish(ifAny: .actor, ActorID(rawValue: "bryggan")) == nil)
  }

  /// No key is made from a value for which there is none, and none is left over in a family.
  @Test func everyValueOfEveryFamilyHasAText() throws {
    var families = 0
    var keys: Set<String> = []
    func walk<Value>(_ family: TextFamily<Value>) {
      families += 1
      #expect(!family.values.isEmpty)
      for value in family.values {
        keys.insert(family.key(value))
        for texts in [swedish, english] {
          #expect(texts(ifAny: family, value)?.isEmpty == false, "\(family.key(value))")
        }
      }
    }
    walk(.section)
    walk(.sectionLead)
    walk(.form)
    walk(.actor)
    walk(.actorHeading)
    walk(.subject)
    walk(.ratio)
    walk(.ratioNumerator)
    walk(.series)
    walk(.kind)
    walk(.flow)
    walk(.support)
    walk(.outcome)
    walk(.measure)
    walk(.linePart)
    walk(.bridge)
    walk(.assumptionPart)
    walk(.assumption)
    walk(.assumptionUse)
    walk(.assumptionMeaning)
    walk(.status)
    walk(.unit)
    walk(.check)
    walk(.checkCause)
    walk(.checkPart)
    walk(.checkOutcome)
    walk(.reconciliationGroup)
    walk(.wages)
    walk(.indicator)
    walk(.indicatorHeading)
    walk(.gender)
    walk(.age)
    walk(.taxStep)
    walk(.taxCredit)
    walk(.evidence)
    walk(.absentTable)
    walk(.destination)
    walk(.setback)
    walk(.funnel)
    walk(.state)
    walk(.subsidisedWork)
    walk(.unsubsidisedWork)
    walk(.criterion)
    walk(.goal)
    walk(.method)
    walk(.methodValued)
    walk(.methodReading)
    walk(.methodLimit)
    walk(.channel)
    walk(.tiedList)
    walk(.tiedPart)
    walk(.socialBalanceStep)
    walk(.sensitivityCase)
    walk(.overview)
    walk(.equity)
    walk(.keyFigure)
    walk(.opening)
    walk(.funder)

    let source = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/Reporting/Texts.swift"), encoding: .utf8)
    #expect(families == source.matches(of: /package static var \w+: TextFamily/).count)
    // What no name reaches is reached by a family.
    let unnamed = TextCatalogue.shared.keys.filter { key in
      key.contains { !$0.isASCII || !($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    }
    #expect(unnamed.filter { !keys.contains($0) } == [])
  }

  /// The terminal and the page call a check the same.
  @Test func aCheckHasOneName() {
    for check in CheckName.allCases {
      #expect(Words.word("check.\(check.rawValue)", in: .swedish) == swedish(.check, check))
      #expect(Words.word("check.\(check.rawValue)", in: .english) == english(.check, check))
    }
    #expect(Words.ids.filter { $0.hasPrefix("check.") }.count == CheckName.allCases.count)
  }
}
