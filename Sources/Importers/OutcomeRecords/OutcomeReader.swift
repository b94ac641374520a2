// Reads the outcome register: tables in, records and every problem out.

import Diagnostics
import Outcomes
import Rulebook

/// Reads the tables of the register (interfaces.md, Outcome tables) and holds the records against
/// one another (method.md section 5).
package struct OutcomeReader {
  private let ownActors: [OwnActor]
  private let home: String?
  private var register = OutcomeRegister()
  private var problems = DiagnosticList()
  /// Ids that the table Deltagare declares, also in rows with a fault.
  private var declared: Set<ParticipantID> = []
  /// Whether Deltagare has the columns that it needs.
  private var hasParticipants = false
  /// People with a row that could not be read: what their other rows lack may stand in it.
  private var incomplete: Set<ParticipantID> = []
  /// Whether there are rows of which not even the participant could be read.
  private var hasLostRows = false

  /// Reads a register.
  ///
  /// - Parameters:
  ///   - tables: the tables that were found; Deltagare must be among them (`OutcomeFiles` reports
  ///     it when not), another absent table has no rows, and without Löner `paidWages` is nil.
  ///   - settings: give the own actors, headings and words and the home municipality; nil knows
  ///     only the built-in ones.
  ///   - absent: the tables that are expected and are not there.
  /// - Returns: the records that could be read, and every problem. With an error among them the
  ///   register must not be used.
  package static func read(
    _ tables: [RecordTable: FileTable], settings: Settings?, absent: [RecordTable] = []
  ) -> (register: OutcomeRegister, diagnostics: DiagnosticList) {
    var reader = OutcomeReader(settings)
    var names = OwnNames(settings)
    let translated = tables.reduce(into: [RecordTable: FileTable]()) { translated, entry in
      translated[entry.key] = names.translated(entry.value, as: entry.key)
    }
    names.reportUnused(into: &reader.problems)
    reader.register.ownNames = names.used
    reader.register.absentTables = absent
    let tables = ExampleRows.removed(from: translated, into: &reader.problems)
    for kind in RecordTable.allCases {
      guard let table = tables[kind] else { continue }
      if kind == .paidWages { reader.register.paidWages = [] }
      reader.read(table, as: kind)
    }
    reader.checkParticipantNames()
    let found = RegisterConsistency.diagnostics(
      reader.register, declared: reader.hasParticipants ? reader.declared : nil,
      incomplete: reader.incomplete, isWhole: !reader.hasLostRows)
    // That a whole table is absent has its one message; each follow-up would only repeat it.
    for finding in found.all where finding.code != "REG038" || !absent.contains(.transitions) {
      reader.problems.report(finding.code, at: finding.location, finding.arguments)
    }
    return (reader.register, reader.problems)
  }

  /// Reads a register from the bytes of its CSV files; `path` is what diagnostics name.
  package static func readCSV(
    _ files: [RecordTable: (path: String, bytes: [UInt8])], settings: Settings?
  ) -> (register: OutcomeRegister, diagnostics: DiagnosticList) {
    var tables: [RecordTable: FileTable] = [:]
    var problems = DiagnosticList()
    for (kind, file) in files {
      let (table, found) = CSVReader.read(file.bytes, file: file.path)
      problems.append(contentsOf: found)
      // A file without headings has its one message.
      if !table.headings.isEmpty { tables[kind] = table }
    }
    let (register, found) = read(
      tables, settings: settings,
      absent: RecordTable.allCases.filter { $0.isExpected && files[$0] == nil })
    problems.append(contentsOf: found)
    return (register, problems)
  }

  private init(_ settings: Settings?) {
    ownActors = settings?.actors ?? []
    home = settings?.organisation.municipality?.value
  }

  private mutating func read(_ table: FileTable, as kind: RecordTable) {
    for heading in table.headings where PersonalIdentityNumber.occurs(in: heading.text) {
      problems.report("REG022", at: heading.location)
    }
    watchTexts(of: table)
    let headings = HeadingMap(table, as: kind, into: &problems)
    if kind == .participants { hasParticipants = headings.has(.participant) }
    // A missing column has its one message; the rows would only repeat it.
    guard headings.isComplete else {
      declareParticipants(table, headings)
      hasLostRows = true
      return
    }
    var met: [[String]: SourceLocation] = [:]
    for row in OddRows.set(apart: table.rows, headings: headings, into: &problems) {
      if isRepeated(row, of: kind, headings, among: &met) { continue }
      var reading = RecordRow(row, headings: headings)
      if let participant = reading.participant() {
        if kind == .participants { declared.insert(participant) }
        if !add(&reading, participant: participant, kind: kind) { incomplete.insert(participant) }
      } else {
        hasLostRows = true
      }
      problems.append(contentsOf: reading.problems)
    }
  }

  /// Whether a row says the same as one before it, in every column of the table; that is told, and
  /// the row is not read: it would count twice. A participant's id has its own message.
  private mutating func isRepeated(
    _ row: TableRow, of kind: RecordTable, _ headings: HeadingMap,
    among met: inout [[String]: SourceLocation]
  ) -> Bool {
    guard kind != .participants else { return false }
    let cells = kind.columns.map { column in
      let text = headings.cell(column, in: row)?.text ?? ""
      // `75 %` and `75`, `24 000` and `24000` are one value; ids that differ are two people.
      return column == .participant
        ? text : NameMatching.folded(text).filter { $0 != " " && $0 != "%" }
    }
    guard let first = met[cells] else {
      met[cells] = row.location
      return false
    }
    problems.report("REG077", at: row.location, ["first": first, "table": kind.swedishName])
    return true
  }

  /// What no paper can show, or cannot be read any more, in whatever column: two ids that differ
  /// in such a sign alone would look like one.
  private mutating func watchTexts(of table: FileTable) {
    for cell in table.headings + table.rows.flatMap(\.cells) {
      let lost = cell.text.unicodeScalars.contains("\u{FFFD}") ? "U+FFFD" : nil
      if let character = UnprintableText.first(in: cell.text) ?? lost {
        problems.report("REG050", at: cell.location, ["character": character])
      }
      if UnprintableText.isTooLong(cell.text) {
        problems.report("REG051", at: cell.location, ["longest": UnprintableText.longest])
      }
    }
  }

  private mutating func declareParticipants(_ table: FileTable, _ headings: HeadingMap) {
    for row in table.rows {
      var reading = RecordRow(row, headings: headings)
      // Identity numbers are told of whatever else is wrong.
      problems.append(contentsOf: reading.problems)
      if headings.table == .participants, let participant = reading.participant() {
        declared.insert(participant)
      }
    }
  }

  /// Adds the record of a row; false when the row is faulty.
  private mutating func add(
    _ row: inout RecordRow, participant: ParticipantID, kind: RecordTable
  ) -> Bool {
    switch kind {
    case .participants: addParticipant(&row, participant)
    case .employments: addEmployment(&row, participant)
    case .trainingPlaces: addTrainingPlace(&row, participant)
    case .transitions: addTransition(&row, participant)
    case .followUps: addFollowUp(&row, participant)
    case .paidWages: addPaidWage(&row, participant)
    }
  }

  private mutating func addParticipant(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let birthYear = row.birthYear(.birthYear)
    let gender = row.choice(.gender, as: Gender.self)
    let referredBy = row.commissioner(.referredBy, ownActors: ownActors)
    let support = row.choice(.supportBefore, as: SupportKind.self)
    let amount = row.kronor(.supportAmount, support?.amountBounds)
    let outOfWork = row.date(.outOfWorkSince, in: .earlierYear)
    let isMember = row.yesNo(.member)
    let municipality = row.municipality(.municipality, home: home)
    guard !row.isFaulty, let birthYear, let gender, let support else { return false }
    register.participants.append(
      Participant(
        id: id, birthYear: birthYear, gender: gender, referredBy: referredBy,
        supportBefore: support, supportAmount: amount, outOfWorkSince: outOfWork,
        isMember: isMember, municipality: municipality, location: row.row.location))
    return true
  }

  private mutating func addEmployment(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let start = row.date(.start)
    let end = row.date(.end)
    let extent = row.percent(.extent)
    let wage = row.kronor(.monthlyWage, .fullTimeWage, on: start)
    let subsidy = row.choice(.subsidy, as: WageSubsidyKind.self)
    let subsidyAmount = row.kronor(.subsidyAmount, .subsidy, on: start)
    guard !row.isFaulty, let start, let extent, let wage else { return false }
    register.employments.append(
      Employment(
        participant: id, start: start, end: end, extent: extent, monthlyWage: wage,
        subsidy: subsidy ?? .none, subsidyAmount: subsidyAmount, location: row.row.location))
    return true
  }

  private mutating func addTrainingPlace(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let start = row.date(.start)
    let end = row.date(.end)
    let extent = row.percent(.extent)
    let commissioner = row.commissioner(.commissioner, ownActors: ownActors)
    let price = row.kronor(.price, .placePrice, on: start)
    let hours = row.hours(.attendedHours, from: start, through: end)
    guard !row.isFaulty, let start, let extent, let commissioner else { return false }
    register.trainingPlaces.append(
      TrainingPlace(
        participant: id, start: start, end: end, extent: extent, commissioner: commissioner,
        price: price, attendedHours: hours, location: row.row.location))
    return true
  }

  private mutating func addTransition(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let date = row.date(.date)
    let destination = row.choice(.destination, as: Destination.self)
    let extent = row.percent(.transitionExtent)
    let wage = row.kronor(.transitionWage, .fullTimeWage, on: date)
    let employer = row.choice(.employerSector, as: EmployerSector.self)
    let subsidyAmount = row.kronor(.subsidyAmount, .subsidy, on: date)
    let evidence = row.choice(.evidence, as: Evidence.self)
    guard !row.isFaulty, let date, let destination, let evidence else { return false }
    register.transitions.append(
      Transition(
        participant: id, date: date, destination: destination, extent: extent,
        monthlyWage: wage, employer: employer, subsidyAmount: subsidyAmount,
        evidence: evidence, location: row.row.location))
    return true
  }

  private mutating func addFollowUp(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let date = row.date(.date)
    let status = row.choice(.status, as: FollowUpStatus.self)
    let evidence = row.choice(.followUpEvidence, as: Evidence.self)
    guard !row.isFaulty, let date, let status else { return false }
    register.followUps.append(
      FollowUp(
        participant: id, date: date, status: status, evidence: evidence ?? .ownStatement,
        location: row.row.location))
    return true
  }

  private mutating func addPaidWage(_ row: inout RecordRow, _ id: ParticipantID) -> Bool {
    let from = row.date(.from)
    let until = row.date(.until)
    var months = 1
    if let from, let until, from <= until {
      let (first, last) = (from.components, until.components)
      months = (last.year - first.year) * 12 + last.month - first.month + 1
    }
    let amount = row.kronor(.amount, .paidWage, on: from, months: months)
    guard !row.isFaulty, let from, let until, let amount else { return false }
    register.paidWages?.append(
      PaidWage(
        participant: id, from: from, to: until, amount: amount, location: row.row.location))
    return true
  }

  /// One warning for all ids that look like names; the names are not printed.
  private mutating func checkParticipantNames() {
    let named = register.participants.filter { NameLikeID.looksLikeName($0.id.rawValue) }
    guard let first = named.first else { return }
    problems.report("REG023", at: first.location, ["count": named.count])
  }
}

extension SupportKind {
  /// What a month of it may be within reason; nil where no amount is used.
  fileprivate var amountBounds: BoundedValue? {
    isPaidSupport ? .supportBefore : self == .wage ? .wageBefore : nil
  }
}

/// Tells ids from names.
enum NameLikeID {
  /// Letters without any digit (Anna, ANDERSSON), or two capitalised words (Anna A 12).
  static func looksLikeName(_ id: String) -> Bool {
    let letters = id.filter(\.isLetter).count
    if !id.contains(where: \.isNumber) { return letters >= 3 }
    let words = id.split { !$0.isLetter }.filter { word in
      word.count >= 2 && word.first?.isUppercase == true
        && word.dropFirst().contains(where: \.isLowercase)
    }
    return words.count >= 2
  }
}
