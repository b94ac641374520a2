// Reads XML piece by piece with expat; nothing outside this file sees its pointers.

import CExpat
import Glibc

/// Takes the elements of a part as they stream by. Names come without their namespace.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookProblem)
  /// An element ends.
  func end(_ name: String) throws(WorkbookProblem)
  /// Characters inside an element; one text may come in several pieces.
  func text(_ text: String) throws(WorkbookProblem)
}

/// The attributes of an element, valid while `start` runs.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute without namespace.
  subscript(_ name: StaticString) -> String? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if Self.equals(key, name) { return String(cString: value) }
      index += 2
    }
    return nil
  }

  /// The value of an attribute that stands in a namespace, whichever prefix the file gives it.
  func namespaced(_ name: StaticString) -> String? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if let separator = strrchr(key, XMLStream.separator), Self.equals(separator + 1, name) {
        return String(cString: value)
      }
      index += 2
    }
    return nil
  }

  private static func equals(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
      strcmp(text, $0) == 0
    }
  }
}

/// A parser that is fed with bytes and calls a handler. A document type with its entities is
/// refused: workbooks have none, and that is how small files are made to grow.
struct XMLStream: ~Copyable {
  /// Stands between namespace and name.
  fileprivate static let separator: CInt = 1

  private let parser: OpaquePointer
  private let state: Unmanaged<XMLStreamState>
  private let part: String

  /// A parser for one part.
  init(part: String, handler: any XMLHandler) throws(WorkbookProblem) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(Self.separator)) else { throw .tooLarge }
    self.parser = parser
    self.part = part
    self.state = Unmanaged.passRetained(
      XMLStreamState(part: part, handler: handler, parser: parser))
    XML_SetUserData(parser, state.toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let state = XMLStreamState.of(user), let name, let attributes else { return }
        state.start(name, XMLAttributes(pairs: attributes))
      },
      { user, name in
        guard let state = XMLStreamState.of(user), let name else { return }
        state.end(name)
      })
    XML_SetCharacterDataHandler(parser) { user, characters, count in
      guard let state = XMLStreamState.of(user), let characters else { return }
      state.text(characters, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLStreamState.of(user)?.refuse()
    }
  }

  deinit {
    XML_ParserFree(parser)
    state.release()
  }

  /// Takes the first `count` bytes of a buffer; the last piece says so.
  func feed(_ buffer: [UInt8], count: Int, isLast: Bool) throws(WorkbookProblem) {
    let progress = state.takeUnretainedValue()
    progress.quietBytes += count
    let status = buffer.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(count), isLast ? 1 : 0)
    }
    if let problem = progress.problem { throw problem }
    guard status == XML_STATUS_OK else { throw .damaged(part: part) }
    // A tag without end would be gathered in memory as long as it goes on.
    guard progress.quietBytes <= WorkbookLimits.tokenBytes else { throw .tooLarge }
  }
}

/// What the C callbacks know.
private final class XMLStreamState {
  let part: String
  let handler: any XMLHandler
  let parser: OpaquePointer
  /// What a handler threw; the parser is stopped then.
  var problem: WorkbookProblem?
  /// Bytes since the last call.
  var quietBytes = 0
  private var depth = 0

  init(part: String, handler: any XMLHandler, parser: OpaquePointer) {
    self.part = part
    self.handler = handler
    self.parser = parser
  }

  static func of(_ user: UnsafeMutableRawPointer?) -> XMLStreamState? {
    user.map { Unmanaged<XMLStreamState>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    run { () throws(WorkbookProblem) in
      depth += 1
      guard depth <= WorkbookLimits.depth else { throw .tooLarge }
      try handler.start(Self.localName(name), attributes)
    }
  }

  func end(_ name: UnsafePointer<CChar>) {
    run { () throws(WorkbookProblem) in
      depth -= 1
      try handler.end(Self.localName(name))
    }
  }

  func text(_ characters: UnsafePointer<CChar>, _ count: CInt) {
    run { () throws(WorkbookProblem) in
      let bytes = UnsafeRawBufferPointer(start: characters, count: Int(count))
      try handler.text(String(decoding: bytes, as: UTF8.self))
    }
  }

  func refuse() { run { () throws(WorkbookProblem) in throw .damaged(part: part) } }

  /// Runs a handler; after a problem the parser may still make a call or two, which do nothing.
  private func run(_ work: () throws(WorkbookProblem) -> Void) {
    guard problem == nil else { return }
    quietBytes = 0
    do {
      try work()
    } catch {
      problem = error
      XML_StopParser(parser, 0)
    }
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    guard let separator = strrchr(name, XMLStream.separator) else { return String(cString: name) }
    return String(cString: separator + 1)
  }
}

extension ZipArchive {
  /// Streams a part through a handler.
  func stream(
    _ path: String, into handler: any XMLHandler, budget: inout UnpackingBudget
  ) throws(WorkbookProblem) {
    let part = try open(path)
    let parser = try XMLStream(part: path, handler: handler)
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var partBytes = 0
    while true {
      let count = try part.read(into: &buffer)
      partBytes += count
      try budget.spend(count, partBytes: partBytes, packedBytes: part.packedBytes)
      try parser.feed(buffer, count: count, isLast: count == 0)
      if count == 0 { return }
    }
  }
}
