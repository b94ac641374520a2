// Folders of one run that would write over each other's reports.

import Diagnostics
import Enterprise
import Foundation

/// What is wrong with the choice of folders: the same one twice, or two of one id.
struct FolderClashes {
  /// Each folder's findings, by its index in the run.
  private var findings: [Int: [Diagnostic]] = [:]
  /// Those that name a folder once more.
  private var repeats: Set<Int> = []

  /// Looks at folders whose settings are read; one whose id cannot be read clashes with none.
  init(_ enterprises: [EnterpriseReading]) {
    let places = Dictionary(grouping: enterprises.indices) { index in
      URL(fileURLWithPath: enterprises[index].folder.path).resolvingSymlinksInPath().path
    }
    for indices in places.values where indices.count > 1 {
      let folder = enterprises[indices[0]].maskedPath
      findings[indices[0], default: []].append(
        Diagnostic("CMD070", at: nil, ["folder": folder, "count": indices.count]))
      repeats.formUnion(indices.dropFirst())
    }
    let known = enterprises.indices.filter {
      !repeats.contains($0) && enterprises[$0].settings != nil
    }
    // Many disks hold names that differ by case alone to be the same.
    let ids = Dictionary(grouping: known) { index in
      enterprises[index].settings?.organisation.id.lowercased() ?? ""
    }
    for indices in ids.values where indices.count > 1 {
      for index in indices {
        let id = enterprises[index].settings?.organisation.id ?? ""
        let others = indices.filter { $0 != index }.map { enterprises[$0].maskedPath }
        findings[index, default: []].append(
          Diagnostic(
            "CMD011", at: nil,
            [
              "id": PersonalIdentityNumber.masked(id), "folder": enterprises[index].maskedPath,
              "others": others.joined(separator: ", "),
            ]))
      }
    }
  }

  /// What is found, in the order of the folders.
  var all: [Diagnostic] { findings.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// What stops the folder; nil when nothing does.
  subscript(index: Int) -> [Diagnostic]? { findings[index] }

  /// Whether the folder was named before in the run.
  func isRepeat(_ index: Int) -> Bool { repeats.contains(index) }
}
