// Turns the data files of a target (tables, and texts that are written as they are) into Swift
// literals at build time.

import Foundation
import PackagePlugin

@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let folder = module.directoryURL.appending(path: "Data")
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { ["csv", "tsv", "yaml", "md", "txt"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !files.isEmpty else {
      Diagnostics.error("\(target.name) uses EmbedData but its Data folder has no data files.")
      return []
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) data files of \(target.name)",
        executable: try context.tool(named: "EmbedDataTool").url,
        arguments: [output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
