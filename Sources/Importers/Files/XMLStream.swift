// Reads XML piece by piece with expat, for workbooks and SIE 5 alike; nothing outside this file
// sees its pointers.

import CExpat
import Glibc

/// Takes the elements of a document as they stream by. Names come without their namespace.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault)
  /// An element ends.
  func end(_ name: String) throws(XMLFault)
  /// Characters inside an element; one text may come in several pieces.
  func text(_ text: String) throws(XMLFault)
}

extension XMLHandler {
  /// Most parts say all that matters in attributes.
  func text(_ text: String) {}
}

/// Why a document is not read to its end.
enum XMLFault: Error, Hashable {
  /// It is broken or cut off, in expat's words.
  case malformed(reason: String)
  /// It has a document type. Neither workbooks nor SIE 5 have one, and its entities are how small
  /// files are made to grow.
  case documentType
  /// It has more of something than any such file needs.
  case tooLarge
  /// Its handler finds no sense in it.
  case senseless
  /// Its handler has seen enough.
  case enough
}

/// A place in a document.
struct XMLPlace {
  /// Bytes from the start.
  let offset: Int
  /// The line, from 1.
  let line: Int
  /// The column, from 1.
  let column: Int

  fileprivate init(_ parser: OpaquePointer) {
    offset = Int(XML_GetCurrentByteIndex(parser))
    line = Int(XML_GetCurrentLineNumber(parser))
    column = Int(XML_GetCurrentColumnNumber(parser)) + 1
  }
}

/// The attributes of an element and its place, valid while `start` runs.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>
  fileprivate let parser: OpaquePointer

  /// Where the element begins.
  var place: XMLPlace { XMLPlace(parser) }

  /// The value of an attribute without namespace.
  subscript(_ name: StaticString) -> String? {
    value(of: name) { strcmp($0, $1) == 0 }
  }

  /// The value of an attribute that stands in a namespace, whichever prefix the file gives it.
  func namespaced(_ name: StaticString) -> String? {
    value(of: name) { key, name in
      guard let colon = strrchr(key, XMLStream.colon) else { return false }
      return strcmp(colon + 1, name) == 0 && strncmp(key, "xmlns:", 6) != 0
    }
  }

  /// All of them, by name without namespace.
  var values: [String: String] {
    var values: [String: String] = [:]
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      values[XMLStream.localName(key)] = String(cString: value)
      index += 2
    }
    return values
  }

  private func value(
    of name: StaticString, where isWanted: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Bool
  ) -> String? {
    name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
      wanted in
      var index = 0
      while let key = pairs[index], let value = pairs[index + 1] {
        if isWanted(key, wanted) { return String(cString: value) }
        index += 2
      }
      return nil
    }
  }
}

/// A parser that is fed with bytes and calls a handler.
struct XMLStream: ~Copyable {
  /// Elements inside one another; workbooks and SIE 5 have some ten.
  private static let depth = 64
  /// Bytes of one tag, comment or other piece of XML.
  private static let tokenBytes = 1 << 20
  /// Bytes that are fed at a time.
  static let pieceBytes = 64 << 10
  /// Stands between a namespace's prefix and the name. The prefix says no more than the name does
  /// in the documents that are read here, so a prefix that nothing declares harms nothing.
  fileprivate static let colon = CInt(UInt8(ascii: ":"))

  private let parser: OpaquePointer
  private let state: Unmanaged<State>

  /// A parser for one document.
  init(handler: any XMLHandler) {
    guard let parser = XML_ParserCreate(nil) else {
      preconditionFailure("there is no memory for an XML parser")
    }
    self.parser = parser
    self.state = Unmanaged.passRetained(State(handler: handler, parser: parser))
    XML_SetUserData(parser, state.toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let state = State.of(user), let name, let attributes else { return }
        state.run { () throws(XMLFault) in
          state.depth += 1
          guard state.depth <= XMLStream.depth else { throw .tooLarge }
          try state.handler.start(
            XMLStream.localName(name), XMLAttributes(pairs: attributes, parser: state.parser))
        }
      },
      { user, name in
        guard let state = State.of(user), let name else { return }
        state.run { () throws(XMLFault) in
          state.depth -= 1
          try state.handler.end(XMLStream.localName(name))
        }
      })
    XML_SetCharacterDataHandler(parser) { user, characters, count in
      guard let state = State.of(user), let characters else { return }
      state.run { () throws(XMLFault) in
        let bytes = UnsafeRawBufferPointer(start: characters, count: Int(count))
        try state.handler.text(String(decoding: bytes, as: UTF8.self))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      State.of(user)?.run { () throws(XMLFault) in throw .documentType }
    }
  }

  deinit {
    XML_ParserFree(parser)
    state.release()
  }

  /// Where the parser is; after a fault, where that was found.
  var place: XMLPlace { XMLPlace(parser) }

  /// Takes the next bytes, at most `pieceBytes`; the last ones say so.
  func feed(_ bytes: some Collection<UInt8>, isLast: Bool) throws(XMLFault) {
    let progress = state.takeUnretainedValue()
    progress.quietBytes += bytes.count
    let status = bytes.withContiguousStorageIfAvailable { piece in
      piece.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, CInt($0.count), isLast ? 1 : 0)
      }
    }
    if let fault = progress.fault { throw fault }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw .malformed(reason: reason ?? "?")
    }
    // A tag without end would be gathered in memory as long as it goes on.
    guard progress.quietBytes <= Self.tokenBytes else { throw .tooLarge }
  }

  /// What the C callbacks, which cannot capture, find by their user data.
  private final class State {
    let handler: any XMLHandler
    let parser: OpaquePointer
    /// What ended the reading; the parser is stopped then.
    private(set) var fault: XMLFault?
    /// Bytes since the last call.
    var quietBytes = 0
    var depth = 0

    init(handler: any XMLHandler, parser: OpaquePointer) {
      self.handler = handler
      self.parser = parser
    }

    static func of(_ user: UnsafeMutableRawPointer?) -> State? {
      user.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Runs a handler; after a fault the parser may still make a call or two, which do nothing.
    func run(_ work: () throws(XMLFault) -> Void) {
      guard fault == nil else { return }
      quietBytes = 0
      do {
        try work()
      } catch {
        fault = error
        XML_StopParser(parser, 0)
      }
    }
  }

  fileprivate static func localName(_ name: UnsafePointer<CChar>) -> String {
    guard let colon = strrchr(name, colon) else { return String(cString: name) }
    return String(cString: colon + 1)
  }
}
