// Ids as tests write them: by their text.

import Figures

/// The id of a text; what is no id is a fault of the test.
package func figureID(_ text: String) -> FigureID {
  guard let id = FigureIDText.id(text) else { preconditionFailure("\(text) is no figure's id") }
  return id
}
