// Who holds an account in the second bokslut.

/// An actor (*aktör*) of the second bokslut, by its id; settings may add more (method.md section 2).
public struct ActorID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The id, as CSV and JSON write it.
  public let rawValue: String

  /// An actor by id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An actor by its literal id.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// *Individ*: the participants.
  public static let participant: ActorID = "participant"
  /// *Företaget*.
  public static let enterprise: ActorID = "enterprise"
  /// *Företagets reserver*.
  public static let reserves: ActorID = "reserves"
  /// *Givare och medlemmar*.
  public static let donor: ActorID = "donor"
  /// *Kommun*.
  public static let municipality: ActorID = "municipality"
  /// *Region*.
  public static let region: ActorID = "region"
  /// *Arbetsförmedlingen*.
  public static let employmentService: ActorID = "employmentService"
  /// *Försäkringskassan*.
  public static let socialInsurance: ActorID = "socialInsurance"
  /// *Staten i övrigt*.
  public static let state: ActorID = "state"
  /// *Samordningsförbundet*.
  public static let coordinationAssociation: ActorID = "coordinationAssociation"
  /// *Omvärlden*: the rest of the economy, outside society's net.
  public static let widerEconomy: ActorID = "widerEconomy"

  /// The built-in actors in the order of reports.
  public static let builtIn: [ActorID] = [
    .participant, .enterprise, .reserves, .donor, .municipality, .region, .employmentService,
    .socialInsurance, .state, .coordinationAssociation, .widerEconomy,
  ]

  /// The built-in public actors.
  public static let builtInPublic: Set<ActorID> = [
    .municipality, .region, .employmentService, .socialInsurance, .state,
    .coordinationAssociation,
  ]
}

/// Who referred a participant or commissioned a place (*anvisad av*, *beställare*).
public enum Commissioner: Hashable, Sendable {
  /// An actor: a public body or one of the settings' own.
  case actor(ActorID)
  /// *Egen ansökan*.
  case ownApplication
  /// *Annan*.
  case other
}

extension Commissioner {
  /// The Swedish names that the register uses for built-in actors.
  public static let registerNames: [(name: String, value: Commissioner)] = [
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
