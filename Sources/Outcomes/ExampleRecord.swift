// The example that the template shows, told from real records by its id.

extension ParticipantID {
  /// The id of the example rows that `dualbokslut init` writes; no record may keep it.
  package static let example = ParticipantID(rawValue: "EXEMPEL")
}
