// The tables of the outcome register: names, columns, aliases and the words that cells may hold.

/// A table of the register; readers and the template that `init` writes both go by this.
package enum RecordTable: String, CaseIterable, Hashable, Sendable {
  /// *Deltagare*.
  case participants
  /// *Anställningar*.
  case employments
  /// *Träningsplatser*.
  case trainingPlaces = "training_places"
  /// *Övergångar*.
  case transitions
  /// *Uppföljningar*.
  case followUps = "follow_ups"
  /// *Löner*, the only table that may be left out as a whole and then means something: wages are
  /// contractual.
  case paidWages = "wages"

  /// The Swedish name: the sheet's, and the file's without accents.
  package var swedishName: String {
    switch self {
    case .participants: "Deltagare"
    case .employments: "Anställningar"
    case .trainingPlaces: "Träningsplatser"
    case .transitions: "Övergångar"
    case .followUps: "Uppföljningar"
    case .paidWages: "Löner"
    }
  }

  /// Whether a register without the table lacks something; Deltagare it must have, and without
  /// Löner wages are contractual.
  package var isExpected: Bool { self != .participants && self != .paidWages }

  /// The file name that the template writes: `anstallningar.csv`.
  package var fileName: String {
    switch self {
    case .participants: "deltagare.csv"
    case .employments: "anstallningar.csv"
    case .trainingPlaces: "traningsplatser.csv"
    case .transitions: "overgangar.csv"
    case .followUps: "uppfoljningar.csv"
    case .paidWages: "loner.csv"
    }
  }

  /// The columns, in the template's order.
  package var columns: [RecordColumn] {
    switch self {
    case .participants: RecordColumn.participants
    case .employments: RecordColumn.employments
    case .trainingPlaces: RecordColumn.trainingPlaces
    case .transitions: RecordColumn.transitions
    case .followUps: RecordColumn.followUps
    case .paidWages: RecordColumn.paidWages
    }
  }
}

/// A sheet of the register's workbook that is no table: the template writes it, and the reader
/// passes over it.
package enum GuideSheet: String, CaseIterable, Sendable {
  /// What to do.
  case instructions = "Läs mig"
  /// The words of the drop-down lists.
  case lists = "Listor"
  /// What to do, in English.
  case instructionsEnglish = "Read me"
  /// The words of the drop-down lists, under English headings.
  case listsEnglish = "Lists"
}

/// A column of a table.
package struct RecordColumn: Hashable, Sendable {
  /// What a cell holds.
  package enum Content: Hashable, Sendable {
    /// A participant's id.
    case participant
    /// A calendar year.
    case year
    /// A day.
    case date
    /// Percent of full time.
    case percent
    /// Kronor.
    case kronor
    /// Hours.
    case hours
    /// *ja* or *nej*.
    case yesNo
    /// A municipality's name.
    case municipality
    /// One of the words of a list.
    case choice([String])
    /// One of the words of a list, or the id of an actor of the settings.
    case commissioner([String])
  }

  /// Whether the column must stand there, and its cells be filled in.
  package enum Requirement: Hashable, Sendable {
    /// Heading and every cell.
    case required
    /// The rows that a rule names (*omfattning* of a transition to work or studies).
    case whenNeeded
    /// Never.
    case optional
  }

  /// The Swedish heading.
  package let heading: String
  /// The English alias.
  package let alias: String
  /// What a cell holds.
  package let content: Content
  /// Whether it is required.
  package let requirement: Requirement

  init(_ heading: String, _ alias: String, _ content: Content, _ requirement: Requirement) {
    self.heading = heading
    self.alias = alias
    self.content = content
    self.requirement = requirement
  }

  /// The words that a cell may hold, for drop-down lists; empty when it is no list.
  package var words: [String] {
    switch content {
    case .choice(let words), .commissioner(let words): words
    case .yesNo: ["ja", "nej"]
    default: []
    }
  }
}
