// That adding in pairs gives the sum of adding one by one.

import Bookkeeping
import Figures
import Testing

@testable import Calculation

struct ExactSumTests {
  @Test("the sum of 0 to 40 fractions, whatever their denominators", arguments: 0...40)
  func asOneByOne(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let terms = (0..<count).map { _ in
      Rational(random.int(-900...900), random.pick([1, 7, 28, 30, 31, 97, 377_580]))
    }
    var sum = ExactSum()
    for term in terms { sum.add(term) }
    #expect(sum.value == terms.reduce(.zero, +))
  }
}
