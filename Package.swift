// swift-tools-version: 6.2
// The house: which targets there are and what each may import (ARCHITECTURE.md draws it).

import PackageDescription

/// Settings of every target that is ours: Swift 6 language mode, and a warning is an error.
let ours: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
]

let embedData: [Target.PluginUsage] = [.plugin(name: "EmbedData")]

let package = Package(
  name: "DualBokslut",
  products: [
    .executable(name: "dualbokslut", targets: ["dualbokslut"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What changes with the year lies in data files; the plugin turns them into Swift literals.
    .plugin(name: "EmbedData", capability: .buildTool(), dependencies: ["EmbedDataTool"]),
    .executableTarget(name: "EmbedDataTool", swiftSettings: ours),

    // System libraries and the one shim.
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CSystem"),

    // The rooms, in the order the data walks.
    .target(
      name: "Diagnostics", exclude: ["Data"], swiftSettings: ours, plugins: embedData),
    .target(
      name: "Bookkeeping",
      dependencies: ["Diagnostics", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: ours),
    .target(
      name: "Outcomes", dependencies: ["Bookkeeping", "Diagnostics"], swiftSettings: ours),
    .target(
      name: "Rulebook", dependencies: ["Bookkeeping", "Outcomes", "Diagnostics"],
      exclude: ["Data"], swiftSettings: ours, plugins: embedData),
    .target(
      name: "Interchange", dependencies: ["Bookkeeping", "CCrypto"], swiftSettings: ours),
    .target(
      name: "SIEFormat", dependencies: ["Bookkeeping", "Diagnostics"], swiftSettings: ours),
    .target(
      name: "Importers",
      dependencies: [
        "Bookkeeping", "CExpat", "CSystem", "CZip", "Diagnostics", "Outcomes", "Rulebook",
        "SIEFormat", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: ours),
    .target(
      name: "Figures", dependencies: ["Bookkeeping", "Diagnostics", "Outcomes", "Rulebook"],
      swiftSettings: ours),
    .target(
      name: "Calculation",
      dependencies: [
        "Bookkeeping", "Diagnostics", "Figures", "Outcomes", "Rulebook",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: ours),
    .target(
      name: "Reporting",
      dependencies: [
        "Bookkeeping", "Calculation", "Diagnostics", "Figures", "Outcomes", "Rulebook",
      ],
      exclude: ["Data"], swiftSettings: ours, plugins: embedData),
    .target(
      name: "Disclosure",
      dependencies: [
        "Bookkeeping", "Diagnostics", "Figures", "Interchange", "Reporting", "Rulebook",
      ],
      swiftSettings: ours),
    .target(
      name: "Exporters",
      dependencies: [
        "Bookkeeping", "CSystem", "CXlsxWriter", "Diagnostics", "Disclosure", "Figures",
        "Interchange", "Outcomes", "Reporting", "Rulebook", "SIEFormat",
      ],
      exclude: ["Data"], swiftSettings: ours, plugins: embedData),
    .target(
      name: "Enterprise",
      dependencies: [
        "Bookkeeping", "Calculation", "Diagnostics", "Figures", "Importers", "Interchange",
        "Outcomes", "Rulebook",
      ],
      swiftSettings: ours),
    .target(
      name: "Commands",
      dependencies: [
        "Bookkeeping", "Calculation", "CSystem", "Diagnostics", "Disclosure", "Enterprise",
        "Exporters", "Figures", "Importers", "Interchange", "Outcomes", "Reporting", "Rulebook",
        "SIEFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Data"], swiftSettings: ours, plugins: embedData),
    .executableTarget(name: "dualbokslut", dependencies: ["Commands"], swiftSettings: ours),

    // One test target per module; HouseTests reads the sources and the docs, CommandTests drives
    // the whole binary.
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: ours),
    .testTarget(
      name: "BookkeepingTests",
      dependencies: ["Bookkeeping", "Diagnostics", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: ours),
    .testTarget(name: "OutcomesTests", dependencies: ["Outcomes"], swiftSettings: ours),
    .testTarget(name: "RulebookTests", dependencies: ["Rulebook"], swiftSettings: ours),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Bookkeeping", "Interchange"], swiftSettings: ours),
    .testTarget(name: "SIEFormatTests", dependencies: ["SIEFormat"], swiftSettings: ours),
    .testTarget(
      name: "ImportersTests",
      dependencies: ["Bookkeeping", "Diagnostics", "Importers", "SIEFormat"],
      swiftSettings: ours),
    .testTarget(name: "CalculationTests", dependencies: ["Calculation"], swiftSettings: ours),
    .testTarget(name: "HouseTests", dependencies: ["Diagnostics"], swiftSettings: ours),
    .testTarget(
      name: "ReportingTests", dependencies: ["ReportSamples", "Reporting"],
      swiftSettings: ours),
    .testTarget(
      name: "DisclosureTests", dependencies: ["Disclosure", "ReportSamples"],
      swiftSettings: ours),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "Bookkeeping", "Diagnostics", "Exporters", "Importers", "Outcomes", "ReportSamples",
        "SIEFormat",
      ],
      swiftSettings: ours),
    // A test target without tests, so that it can make by hand what only the calculation makes.
    .testTarget(
      name: "ReportSamples",
      dependencies: [
        "Bookkeeping", "Calculation", "Diagnostics", "Figures", "Outcomes", "Reporting",
        "Rulebook",
      ], swiftSettings: ours),
    .testTarget(
      name: "EnterpriseTests",
      dependencies: ["Bookkeeping", "Diagnostics", "Enterprise", "Importers", "Interchange"],
      swiftSettings: ours),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Commands", "Diagnostics", "Enterprise", "Exporters", "Importers", "dualbokslut",
      ],
      swiftSettings: ours),
  ]
)

// scripts/fuzz asks for the readers with libFuzzer's counters, and for what feeds them. Only they:
// a tool that runs in the build, as the plugin's does, cannot be linked with them.
if Context.environment["DUALBOKSLUT_FUZZ"] != nil {
  for target in package.targets
  where ["Bookkeeping", "Importers", "SIEFormat"].contains(target.name) {
    target.swiftSettings = ours + [.unsafeFlags(["-sanitize=fuzzer"])]
  }
  package.targets.append(
    .target(name: "FuzzDriver", path: "Fuzz/FuzzDriver", swiftSettings: ours))
  // A target of libFuzzer: its entry point is a C function, so there is no main.
  for name in ["FuzzSIE", "FuzzTables", "FuzzSettings"] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: ["Bookkeeping", "Diagnostics", "FuzzDriver", "Importers", "Outcomes"],
        path: "Fuzz/\(name)",
        swiftSettings: ours + [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
  }
}
