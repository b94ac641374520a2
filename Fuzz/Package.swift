// swift-tools-version: 6.2
// Fuzz targets for everything that reads bytes from outside; scripts/fuzz builds and runs them.

import PackageDescription

let rooms: Target.Dependency = .product(name: "Importers", package: "DualBokslut")

/// A target of libFuzzer: its entry point is a C function, so there is no main.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [rooms, "FuzzDriver"],
    swiftSettings: [
      .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
      .unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"]),
    ],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
}

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "DualBokslut", path: "..")],
  targets: [
    .target(
      name: "FuzzDriver",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    fuzzer("FuzzSIE"), fuzzer("FuzzTables"), fuzzer("FuzzSettings"),
  ]
)
