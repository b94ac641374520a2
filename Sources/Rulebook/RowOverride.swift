// An enterprise's own choice of statement row for accounts, from the settings' uppställning.

import Diagnostics

/// One of uppställning: accounts that stand in another row than the layout's own rules say
/// (method.md section 3).
package struct RowOverride: Hashable, Sendable {
  /// konton: a range of account numbers by their first four digits, within 1000-8989.
  package let accounts: ClosedRange<Int>
  /// rad: the id of a row of the legal form's layout that holds accounts.
  package let row: String
  /// källa: why, in the enterprise's own words; nil when the settings do not say.
  package let reason: String?
  /// The rule's place.
  package let location: SourceLocation

  /// An override.
  package init(
    accounts: ClosedRange<Int>, row: String, reason: String? = nil, location: SourceLocation
  ) {
    self.accounts = accounts
    self.row = row
    self.reason = reason
    self.location = location
  }
}

extension RowOverride {
  /// The range as the settings write it: `6990` or `6990-6999`.
  package var accountsText: String {
    accounts.count == 1
      ? "\(accounts.lowerBound)" : "\(accounts.lowerBound)-\(accounts.upperBound)"
  }

  /// Two overrides that claim one account with equally wide ranges and different rows.
  package struct Clash: Hashable, Sendable {
    /// The lowest account number that both claim.
    package let number: Int
    /// The one that stands first.
    package let first: RowOverride
    /// The other.
    package let second: RowOverride
  }

  /// The pairs that leave an account's row in doubt: neither is narrower than the other, and none
  /// narrower settles it.
  package static func clashes(among overrides: [RowOverride]) -> [Clash] {
    let (holders, rivals) = holders(among: overrides)
    var told: Set<[Int]> = []
    return holders.indices.compactMap { number in
      guard rivals[number] >= 0, told.insert([holders[number], rivals[number]]).inserted else {
        return nil
      }
      return Clash(
        number: number, first: overrides[holders[number]], second: overrides[rivals[number]])
    }
  }

  /// For every four-digit number the index of the override that decides its row, the narrowest and
  /// of equally narrow ones the first, and of one as narrow that says another row; -1 is none.
  static func holders(among overrides: [RowOverride]) -> (holders: [Int], rivals: [Int]) {
    var holders = [Int](repeating: -1, count: StatementLayout.numberCount)
    var rivals = holders
    // The widest first, so that the narrowest is laid last.
    let order = overrides.indices.sorted {
      (overrides[$1].accounts.count, $0) < (overrides[$0].accounts.count, $1)
    }
    for index in order {
      for number in overrides[index].accounts where holders.indices.contains(number) {
        let held = holders[number]
        if held < 0 || overrides[held].accounts.count > overrides[index].accounts.count {
          holders[number] = index
          rivals[number] = -1
        } else if overrides[held].row != overrides[index].row {
          rivals[number] = index
        }
      }
    }
    return (holders, rivals)
  }
}
