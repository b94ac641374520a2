// XML as events, by expat; nothing outside this file sees its handle.

import CExpat

/// What hears of a document's elements, in order.
protocol XMLListener: AnyObject {
  /// An element begins; its name and its attributes' names stand without namespace prefix.
  ///
  /// - Returns: whether to read on.
  func began(_ element: String, _ attributes: [String: String], at place: XMLPlace) -> Bool
  /// An element ends.
  func ended(_ element: String)
  /// Text between elements, at times in several pieces.
  func found(text: String)
}

extension XMLListener {
  func found(text: String) {}
}

/// A place in a document.
struct XMLPlace {
  /// Bytes from the start.
  let offset: Int
  /// The line, from 1.
  let line: Int
}

/// Why a document cannot be read.
struct XMLFault: Error, Hashable {
  /// In expat's words.
  let reason: String
  /// The line, from 1.
  let line: Int
  /// The column, from 1.
  let column: Int
}

/// A parser of one document. Entities from outside are never fetched, and expat itself limits how
/// far entities from inside may grow.
struct XMLEvents: ~Copyable {
  private let parser: XML_Parser
  private let context: Context

  /// What the handlers, which cannot capture, find by their user data.
  private final class Context {
    let listener: any XMLListener
    let parser: XML_Parser
    var wasStopped = false

    init(listener: any XMLListener, parser: XML_Parser) {
      self.listener = listener
      self.parser = parser
    }
  }

  /// A parser that tells the listener; nil when there is no memory for one.
  init?(listener: any XMLListener) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.context = Context(listener: listener, parser: parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        let context = Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
        var values: [String: String] = [:]
        var index = 0
        while let attribute = attributes?[index], let value = attributes?[index + 1] {
          values[XMLEvents.localName(attribute)] = String(cString: value)
          index += 2
        }
        let place = XMLPlace(
          offset: Int(XML_GetCurrentByteIndex(context.parser)),
          line: Int(XML_GetCurrentLineNumber(context.parser)))
        if !context.listener.began(XMLEvents.localName(name), values, at: place) {
          context.wasStopped = true
          XML_StopParser(context.parser, XML_Bool(0))
        }
      },
      { data, name in
        guard let data, let name else { return }
        let context = Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
        if !context.wasStopped { context.listener.ended(XMLEvents.localName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let data, let text, length > 0 else { return }
      let context = Unmanaged<Context>.fromOpaque(data).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      context.listener.found(text: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Reads a whole document; ends without a fault when the listener stopped it.
  func parse(_ bytes: UnsafeRawBufferPointer) throws(XMLFault) {
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(1 << 20)
      rest = rest.dropFirst(piece.count)
      let status = UnsafeRawBufferPointer(rebasing: piece).withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32($0.count), rest.isEmpty ? 1 : 0)
      }
      guard status == XML_STATUS_OK else {
        if context.wasStopped { return }
        throw XMLFault(
          reason: XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "?",
          line: Int(XML_GetCurrentLineNumber(parser)),
          column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
      }
    } while !rest.isEmpty
  }

  deinit { XML_ParserFree(parser) }

  /// A name without its namespace prefix.
  private static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    let text = String(cString: name)
    return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
