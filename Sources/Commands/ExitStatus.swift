// The exit codes of the whole tool and which of several wins.

import ArgumentParser
import Enterprise

/// How a command ended (sysexits where they fit).
package enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// Done, with warnings under `--strict`.
  case warnings = 1
  /// The command line is wrong.
  case usage = 64
  /// An input is wrong.
  case wrongInput = 65
  /// An input is missing.
  case missingInput = 66
  /// A fault in the program.
  case fault = 70
  /// Output cannot be written.
  case cannotWrite = 73
  /// Reading or writing failed.
  case readWriteError = 74

  /// The order in which one status outweighs another when there are many inputs: 70, 74, 73, 64,
  /// 66, 65, 1, 0 (interfaces.md).
  private var weight: Int {
    switch self {
    case .fault: 7
    case .readWriteError: 6
    case .cannotWrite: 5
    case .usage: 4
    case .missingInput: 3
    case .wrongInput: 2
    case .warnings: 1
    case .done: 0
    }
  }

  /// The one of two that outweighs the other.
  package func combined(with other: ExitStatus) -> ExitStatus {
    weight >= other.weight ? self : other
  }

  /// Ends the command with this status, unless it is 0.
  package func exit() throws {
    if self != .done { throw ExitCode(rawValue) }
  }
}

extension ExitStatus {
  /// How a command ends that got so far with its inputs; with errors among its findings it fails.
  init(_ state: InputState, hasErrors: Bool = false) {
    switch hasErrors ? max(state, .wrong) : state {
    case .whole: self = .done
    case .wrong: self = .wrongInput
    case .missing: self = .missingInput
    case .unreadable: self = .readWriteError
    case .faulty: self = .fault
    }
  }
}
