// The order of accounts in every list: by number, whatever the number's length.

extension Account {
  /// Whether the account stands before another: numbers by value (119 before 1110), then accounts
  /// that are no number (`DIFF`) by their letters.
  package func precedes(_ other: Account) -> Bool {
    switch (digits, other.digits) {
    case (let left?, let right?):
      (left.count, String(left), number) < (right.count, String(right), other.number)
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): number < other.number
    }
  }

  /// The number without leading zeros; nil when it is none.
  private var digits: Substring? {
    guard !number.isEmpty, number.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return number.drop { $0 == "0" }
  }
}
