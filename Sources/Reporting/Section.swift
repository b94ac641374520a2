// Sections of a report and the running text between tables.

import Figures

/// A section: a sheet of the workbook, a chapter of the page.
package struct Section: Hashable, Sendable {
  /// Which sections there are; raw values name them in files.
  package enum ID: String, CaseIterable, Hashable, Sendable {
    /// *Sammanfattning*.
    case summary = "sammanfattning"
    /// *År för år*: last year as filed and restated beside this year.
    case years = "ar-for-ar"
    /// *Finansiärer*: paid in and came back, year by year.
    case funders = "finansiarer"
    /// *Resultaträkning*.
    case incomeStatement = "resultatrakning"
    /// *Balansräkning*.
    case balanceSheet = "balansrakning"
    /// *Ekonomisk översikt*: several years, equity and key figures.
    case overview = "ekonomisk-oversikt"
    /// *Aktörsmatris*.
    case actorMatrix = "aktorsmatris"
    /// *Bron*.
    case bridge = "bron"
    /// *Indikatorer*: what was observed.
    case indicators = "indikatorer"
    /// *Social balans*.
    case socialBalance = "social-balans"
    /// *Känslighet*.
    case sensitivity = "kanslighet"
    /// *Metod och antaganden*: assumptions, parameters and the method's limits.
    case assumptions = "antaganden"
    /// *Avstämning*.
    case reconciliation = "avstamning"
    /// *Social journal*.
    case journal = "social-journal"
  }

  /// Which section.
  package let id: ID
  /// Its title, short enough for a sheet's name.
  package let title: String
  /// A line under the title that says what the section shows.
  package let lead: String
  /// What it holds, from the top.
  package let blocks: [Block]

  /// Its tables.
  package var tables: [Table] {
    blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
  }

  /// The section without what its tables have for their CSV files alone.
  package var page: Section {
    Section(
      id: id, title: title, lead: lead,
      blocks: blocks.map { block in
        if case .table(let table) = block { .table(table.page) } else { block }
      })
  }
}

/// A part of a section.
package enum Block: Hashable, Sendable {
  /// A heading.
  case heading(String)
  /// Running text.
  case paragraph(Paragraph)
  /// Text that the reader must see first: what is missing or not valued.
  case notice(Paragraph)
  /// A table.
  case table(Table)
}

/// Running text in which figures stand as figures, so that disclosure control reaches them.
package struct Paragraph: Hashable, Sendable {
  /// A piece of text.
  package enum Piece: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A figure, printed with its unit.
    case figure(FigureID)
  }

  /// The pieces in order.
  package let pieces: [Piece]

  /// A paragraph.
  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// A paragraph of words alone.
  init(_ text: String) { self.init([.text(text)]) }

  /// The figures it names.
  package var figures: [FigureID] {
    pieces.compactMap { piece in if case .figure(let id) = piece { id } else { nil } }
  }
}
