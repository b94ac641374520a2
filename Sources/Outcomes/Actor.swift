// Who holds an account in the second bokslut.

/// An actor (*aktör*) of the second bokslut, by its id; settings may add more (method.md section
/// 2).
package struct ActorID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The id, as CSV and JSON write it.
  package let rawValue: String

  /// An actor by id.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// An actor by its literal id.
  package init(stringLiteral value: String) { self.rawValue = value }

  /// *Individ*: the participants.
  package static let participant: ActorID = "participant"
  /// *Företaget*.
  package static let enterprise: ActorID = "enterprise"
  /// *Företagets reserver*.
  package static let reserves: ActorID = "reserves"
  /// *Givare och medlemmar*.
  package static let donor: ActorID = "donor"
  /// *Kommun*.
  package static let municipality: ActorID = "municipality"
  /// *Region*.
  package static let region: ActorID = "region"
  /// *Arbetsförmedlingen*.
  package static let employmentService: ActorID = "employmentService"
  /// *Försäkringskassan*.
  package static let socialInsurance: ActorID = "socialInsurance"
  /// *Staten i övrigt*.
  package static let state: ActorID = "state"
  /// *Samordningsförbundet*.
  package static let coordinationAssociation: ActorID = "coordinationAssociation"
  /// *Omvärlden*: the rest of the economy, outside society's net.
  package static let widerEconomy: ActorID = "widerEconomy"

  /// The built-in actors in the order of reports.
  package static let builtIn: [ActorID] = [
    .participant, .enterprise, .reserves, .donor, .municipality, .region, .employmentService,
    .socialInsurance, .state, .coordinationAssociation, .widerEconomy,
  ]

  /// Words that stand for something else where an actor's id stands in files: the sums over actors,
  /// and a value beside the nets.
  private static let sumWords: Set<String> = ["public", "society", "sum", "total", "value"]

  /// An actor of the settings' own; nil for a word that means something of ours already, so that no
  /// own actor can meet one.
  package init?(own id: String) {
    guard !Self.sumWords.contains(id), !Self.builtIn.contains(ActorID(rawValue: id)) else {
      return nil
    }
    self.init(rawValue: id)
  }

  /// The built-in public actors.
  package static let builtInPublic: Set<ActorID> = [
    .municipality, .region, .employmentService, .socialInsurance, .state,
    .coordinationAssociation,
  ]
}

/// Who referred a participant or commissioned a place (*anvisad av*, *beställare*).
package enum Commissioner: Hashable, Sendable {
  /// An actor: a public body or one of the settings' own.
  case actor(ActorID)
  /// *Egen ansökan*.
  case ownApplication
  /// *Annan*.
  case other
}

extension Commissioner {
  /// The Swedish names that the register uses for built-in actors.
  package static let registerNames: [(name: String, value: Commissioner)] = [
    ("arbetsförmedlingen", .actor(.employmentService)),
    ("försäkringskassan", .actor(.socialInsurance)),
    ("kommun", .actor(.municipality)),
    ("region", .actor(.region)),
    ("staten", .actor(.state)),
    ("samordningsförbundet", .actor(.coordinationAssociation)),
    ("egen ansökan", .ownApplication),
    ("annan", .other),
  ]
}
