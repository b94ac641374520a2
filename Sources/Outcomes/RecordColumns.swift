// The columns of each table of the register (interfaces.md, Outcome tables).

extension RecordColumn {
  private static let commissioners = Commissioner.registerNames.map(\.name)

  private static func words<Words: CaseIterable & RawRepresentable>(
    of _: Words.Type
  ) -> Content where Words.RawValue == String {
    .choice(Words.allCases.map(\.rawValue))
  }

  /// Deltagare, in every table.
  package static let participant = RecordColumn(
    "Deltagare", "participant", .participant, .required)
  /// Födelseår.
  package static let birthYear = RecordColumn("Födelseår", "birth_year", .year, .required)
  /// Kön.
  package static let gender = RecordColumn("Kön", "gender", words(of: Gender.self), .required)
  /// Anvisad av.
  package static let referredBy = RecordColumn(
    "Anvisad av", "referred_by", .commissioner(commissioners), .optional)
  /// Försörjning före.
  package static let supportBefore = RecordColumn(
    "Försörjning före", "support_before", words(of: SupportKind.self), .required)
  /// Belopp före.
  package static let supportAmount = RecordColumn(
    "Belopp före", "support_amount", .kronor, .optional)
  /// Utan arbete sedan.
  package static let outOfWorkSince = RecordColumn(
    "Utan arbete sedan", "out_of_work_since", .date, .optional)
  /// Medlem.
  package static let member = RecordColumn("Medlem", "member", .yesNo, .optional)
  /// Kommun.
  package static let municipality = RecordColumn(
    "Kommun", "municipality", .municipality, .optional)
  /// Start.
  package static let start = RecordColumn("Start", "start", .date, .required)
  /// Slut.
  package static let end = RecordColumn("Slut", "end", .date, .optional)
  /// Omfattning of an employment or a training place.
  package static let extent = RecordColumn("Omfattning", "extent", .percent, .required)
  /// Omfattning of a transition: needed to work and studies.
  package static let transitionExtent = RecordColumn(
    "Omfattning", "extent", .percent, .whenNeeded)
  /// Månadslön of an employment.
  package static let monthlyWage = RecordColumn("Månadslön", "monthly_wage", .kronor, .required)
  /// Månadslön after a transition.
  package static let transitionWage = RecordColumn(
    "Månadslön", "monthly_wage", .kronor, .optional)
  /// Stöd.
  package static let subsidy = RecordColumn(
    "Stöd", "subsidy", words(of: WageSubsidyKind.self), .optional)
  /// Bidrag.
  package static let subsidyAmount = RecordColumn("Bidrag", "subsidy_amount", .kronor, .optional)
  /// Beställare.
  package static let commissioner = RecordColumn(
    "Beställare", "commissioner", .commissioner(commissioners), .required)
  /// Pris.
  package static let price = RecordColumn("Pris", "price", .kronor, .optional)
  /// Närvaro.
  package static let attendedHours = RecordColumn(
    "Närvaro", "attended_hours", .hours, .optional)
  /// Datum.
  package static let date = RecordColumn("Datum", "date", .date, .required)
  /// Till of a transition.
  package static let destination = RecordColumn(
    "Till", "to", words(of: Destination.self), .required)
  /// Arbetsgivare.
  package static let employerSector = RecordColumn(
    "Arbetsgivare", "employer_sector", words(of: EmployerSector.self), .optional)
  /// Underlag of a transition.
  package static let evidence = RecordColumn(
    "Underlag", "evidence", words(of: Evidence.self), .required)
  /// Underlag of a follow-up; blank is *egen uppgift*.
  package static let followUpEvidence = RecordColumn(
    "Underlag", "evidence", words(of: Evidence.self), .optional)
  /// Läge.
  package static let status = RecordColumn(
    "Läge", "status", words(of: FollowUpStatus.self), .required)
  /// Från.
  package static let from = RecordColumn("Från", "from", .date, .required)
  /// Till of a paid wage.
  package static let until = RecordColumn("Till", "to", .date, .required)
  /// Belopp.
  package static let amount = RecordColumn("Belopp", "amount", .kronor, .required)

  static let participants = [
    participant, birthYear, gender, referredBy, supportBefore, supportAmount, outOfWorkSince,
    member, municipality,
  ]
  static let employments = [
    participant, start, end, extent, monthlyWage, subsidy, subsidyAmount,
  ]
  static let trainingPlaces = [
    participant, start, end, extent, commissioner, price, attendedHours,
  ]
  static let transitions = [
    participant, date, destination, transitionExtent, transitionWage, employerSector,
    subsidyAmount, evidence,
  ]
  static let followUps = [participant, date, status, followUpEvidence]
  static let paidWages = [participant, from, until, amount]
}
