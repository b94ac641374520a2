// The rules between records (method.md section 5), at their edges.

import Diagnostics
import Outcomes
import Testing

@testable import Importers

@Suite struct RegisterConsistencyTests {
  static let employmentHeadings = "Deltagare;Start;Slut;Omfattning;Månadslön\n"
  static let transitionHeadings = "Deltagare;Datum;Till;Omfattning;Underlag;Bidrag\n"

  static func found(
    employments: String = "", places: String = "", transitions: String = "",
    followUps: String = "", wages: String? = nil
  ) -> [String] {
    var tables: [RecordTable: String] = [
      .participants: OutcomeReaderTests.participants,
      .employments: employmentHeadings + employments,
      .trainingPlaces: "Deltagare;Start;Slut;Omfattning;Beställare\n" + places,
      .transitions: transitionHeadings + transitions,
      .followUps: "Deltagare;Datum;Läge\n" + followUps,
    ]
    if let wages { tables[.paidWages] = "Deltagare;Från;Till;Belopp\n" + wages }
    return OutcomeReaderTests.read(tables).found
  }

  @Test func extentsMayTogetherBeFullTime() {
    #expect(
      Self.found(
        employments: "D01;2025-01-01;2025-06-30;50;25000\n",
        places: "D01;2025-03-01;;50;kommun\n"
      ).isEmpty)
  }

  @Test func extentsOverFullTimeNameBothRows() {
    let found = Self.found(
      employments: "D01;2025-01-01;2025-06-30;50;25000\n",
      places: "D01;2025-06-30;;50,01;kommun\n")
    #expect(found == ["REG033@traningsplatser.csv:2:1"])
  }

  @Test func recordsThatFollowOneAnotherDoNotAddUp() {
    #expect(
      Self.found(
        employments: "D01;2025-01-01;2025-06-30;100;25000\nD01;2025-07-01;;100;26000\n"
      ).isEmpty)
  }

  @Test func aTransitionOnTheLastDayIsNone() {
    let employment = "D01;2025-01-01;2025-06-30;100;25000\n"
    #expect(
      Self.found(employments: employment, transitions: "D01;2025-06-30;avbrott;;inget;\n").isEmpty)
    #expect(
      Self.found(employments: employment, transitions: "D01;2025-07-01;avbrott;;inget;\n").isEmpty)
    for inside in ["2025-01-01", "2025-06-29"] {
      #expect(
        Self.found(employments: employment, transitions: "D01;\(inside);avbrott;;inget;\n") == [
          "REG034@overgangar.csv:2:1"
        ])
    }
    #expect(
      Self.found(employments: employment, transitions: "D01;2024-12-31;avbrott;;inget;\n").isEmpty)
  }

  @Test func aTransitionDuringAnOngoingRecordIsInside() {
    #expect(
      Self.found(
        employments: "D01;2025-01-01;;100;25000\n", transitions: "D01;2030-01-01;avbrott;;inget;\n")
        == ["REG034@overgangar.csv:2:1"])
  }

  @Test func aRecordOfOneDayEndsThatDay() {
    #expect(
      Self.found(
        employments: "D01;2025-01-01;2025-01-01;100;25000\n",
        transitions: "D01;2025-01-01;avbrott;;inget;\n"
      ).isEmpty)
  }

  @Test func twoTransitionsMeetAsWrittenOrAsCounted() {
    let employment = "D01;2025-01-01;2025-06-30;100;25000\n"
    // The first counts from 1 July, the day on which the second is dated.
    #expect(
      Self.found(
        employments: employment,
        transitions: "D01;2025-06-30;avbrott;;inget;\nD01;2025-07-01;flytt;;inget;\n") == [
          "REG035@overgangar.csv:3:1"
        ])
    #expect(
      Self.found(
        transitions: "D01;2025-06-30;avbrott;;inget;\nD02;2025-06-30;flytt;;inget;\n"
      ).isEmpty)
  }

  @Test(arguments: ["arbete", "eget företag", "studier"])
  func workAndStudiesNeedAnExtent(destination: String) {
    #expect(
      Self.found(transitions: "D01;2025-06-30;\(destination);;inget;\n") == [
        "REG036@overgangar.csv:2:1"
      ])
    #expect(Self.found(transitions: "D01;2025-06-30;\(destination);50;inget;\n").isEmpty)
  }

  @Test(arguments: ["arbete med stöd", "nystartsjobb"])
  func supportedWorkNeedsItsSubsidy(destination: String) {
    #expect(
      Self.found(transitions: "D01;2025-06-30;\(destination);50;inget;\n") == [
        "REG037@overgangar.csv:2:1"
      ])
    #expect(Self.found(transitions: "D01;2025-06-30;\(destination);50;inget;0\n").isEmpty)
  }

  @Test func aFollowUpConcernsATransitionThatCounts() {
    let employment = "D01;2025-01-01;2025-06-30;100;25000\n"
    let transition = "D01;2025-06-30;arbete;100;inget;\n"
    // On the employment's last day the transition does not count yet.
    #expect(
      Self.found(
        employments: employment, transitions: transition, followUps: "D01;2025-06-30;i arbete\n")
        == ["REG038@uppfoljningar.csv:2:1"])
    #expect(
      Self.found(
        employments: employment, transitions: transition, followUps: "D01;2025-07-01;i arbete\n"
      ).isEmpty)
  }

  @Test func paidWagesNeitherOverlapNorMissEveryEmployment() {
    let employment = "D01;2025-01-15;2025-06-30;100;25000\n"
    #expect(
      Self.found(
        employments: employment,
        wages: "D01;2025-01-01;2025-01-31;12000\nD01;2025-02-01;2025-02-28;25000\n"
      ).isEmpty)
    #expect(
      Self.found(
        employments: employment,
        wages: "D01;2025-02-01;2025-02-28;25000\nD01;2025-01-01;2025-02-01;12000\n") == [
          "REG039@loner.csv:2:1"
        ])
    #expect(
      Self.found(employments: employment, wages: "D01;2025-07-01;2025-07-31;1000\n") == [
        "REG040@loner.csv:2:1"
      ])
    #expect(
      Self.found(employments: employment, wages: "D01;2025-02-28;2025-02-01;1000\n") == [
        "REG032@loner.csv:2:1"
      ])
  }

  @Test func aRowThatStandsTwiceIsNoSecondRow() {
    let row = "D01;2025-01-01;2025-06-30;50;25000\n"
    #expect(Self.found(employments: row + row) == ["REG077@anstallningar.csv:3:1"])
    #expect(
      Self.found(employments: row + "D01;20250101;2025-06-30;50 %;25 000\n") == [
        "REG077@anstallningar.csv:3:1"
      ])
    #expect(Self.found(employments: row + "D02;2025-01-01;2025-06-30;50;25000\n").isEmpty)
    #expect(
      Self.found(
        employments: row,
        transitions: String(repeating: "D01;2025-06-30;avbrott;;inget;\n", count: 2))
        == ["REG077@overgangar.csv:3:1"])
    #expect(
      Self.found(
        employments: row,
        wages: String(repeating: "D01;2025-01-01;2025-01-31;9000\n", count: 2))
        == ["REG077@loner.csv:3:1"])
  }

  @Test func aRowThatWasNotEndedIsWarnedAbout() {
    let open = "D01;2025-01-01;;50;25000\n"
    for next in ["D01;2025-07-01;;50;26000\n", "D01;2025-07-01;;25;25000\n"] {
      #expect(Self.found(employments: open + next) == ["REG078@anstallningar.csv:3:1"])
      #expect(Self.found(employments: next + open) == ["REG078@anstallningar.csv:2:1"])
    }
    // Another job at other pay, one after the other, and more than full time, which is an error.
    #expect(Self.found(employments: open + "D01;2025-07-01;;25;26000\n").isEmpty)
    #expect(
      Self.found(
        employments: "D01;2025-01-01;2025-06-30;50;25000\nD01;2025-07-01;;50;26000\n"
      ).isEmpty)
    #expect(
      Self.found(employments: "D01;2025-01-01;;75;25000\nD01;2025-07-01;;75;26000\n") == [
        "REG033@anstallningar.csv:3:1"
      ])
    #expect(
      Self.found(places: "D01;2025-01-01;;50;kommun\nD01;2025-07-01;;50;kommun\n") == [
        "REG078@traningsplatser.csv:3:1"
      ])
    #expect(
      Self.found(places: "D01;2025-01-01;;50;kommun\nD01;2025-07-01;;50;region\n").isEmpty)
  }

  @Test func periodsRunForward() {
    #expect(
      Self.found(employments: "D01;2025-01-02;2025-01-01;100;25000\n") == [
        "REG032@anstallningar.csv:2:1"
      ])
    #expect(Self.found(employments: "D01;2025-01-01;2025-01-01;100;25000\n").isEmpty)
  }
}
