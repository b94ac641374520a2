// How a cell looks: few styles, one hierarchy.

/// The look of a cell; equal looks share one format of the file.
struct CellStyle: Hashable {
  /// Where text stands in the cell.
  enum Side: Hashable { case left, right, centre }

  /// Where text stands between the cell's top and bottom.
  enum Height: Hashable { case top, middle, bottom }

  /// A line at the cell's edge.
  enum Line: Hashable { case hair, thin, double }

  /// Points.
  var size = 10.0
  var isBold = false
  var isItalic = false
  /// Red, green and blue.
  var colour: UInt32 = Palette.ink
  /// Excel's number format; nil is text.
  var numberFormat: String?
  var side = Side.left
  var height = Height.top
  var indent: UInt8 = 0
  var wraps = false
  var top: Line?
  var bottom: Line?
  var left: Line?
  /// Red, green and blue of the background; nil is none.
  var fill: UInt32?
}

/// The colours of the workbook.
enum Palette {
  static let ink: UInt32 = 0x1E2A32
  static let quiet: UInt32 = 0x5C6B73
  static let accent: UInt32 = 0x1F5560
  static let line: UInt32 = 0x8FA3AB
  static let notice: UInt32 = 0xFBF4E2
  static let warning: UInt32 = 0x9B2C1F
}

extension CellStyle {
  static var organisation: CellStyle {
    CellStyle(size: 9, isBold: true, colour: Palette.quiet)
  }
  static var title: CellStyle {
    CellStyle(size: 18, isBold: true, colour: Palette.accent, height: .middle)
  }
  static var lead: CellStyle { CellStyle(colour: Palette.quiet, wraps: true) }
  static var internalMark: CellStyle {
    CellStyle(size: 9, isBold: true, colour: Palette.warning)
  }
  static var heading: CellStyle {
    CellStyle(size: 12, isBold: true, colour: Palette.accent, height: .middle)
  }
  static var paragraph: CellStyle { CellStyle(wraps: true) }
  static var notice: CellStyle {
    CellStyle(height: .middle, indent: 1, wraps: true, fill: Palette.notice)
  }
  static var note: CellStyle {
    CellStyle(size: 8.5, colour: Palette.quiet, wraps: true)
  }
  static var figureID: CellStyle {
    CellStyle(size: 8.5, colour: Palette.quiet, height: .middle)
  }
  static var columnHeading: CellStyle {
    CellStyle(
      size: 9, isBold: true, colour: Palette.quiet, height: .bottom, wraps: true, bottom: .thin)
  }
}
