// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A library target whose arrows to other targets are exactly `dependencies`.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, swiftSettings: strict,
        // The math library is linked by name: without it release builds miss `round` and its like.
        linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

/// The tests of one target, which may also need others.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "nilm-report",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "nilm-report", targets: ["nilm-report"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // C libraries of the system
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Our C: kernels per instruction set; what is linked for its effect; version, templates' bytes, parser of pages
        .target(
            name: "CKernels",
            cSettings: [
                // At -O0 the kernels are 20 times slower and the tests with them.
                .unsafeFlags(["-O2"], .when(configuration: .debug)),
                // No errno from sqrtf, or its loops stay scalar.
                .unsafeFlags(["-Wall", "-Wextra", "-Werror", "-fno-math-errno"]),
            ]),
        .target(name: "CMemory"),
        .target(
            name: "CSupport", cSettings: [.unsafeFlags(["-std=c23", "-Wno-c23-extensions"])],
            linkerSettings: [.linkedLibrary("gumbo")]),
        // What every stage uses
        library("Support", ["CCrypto", "CZLIB"]),
        // What a run is: the values that every stage fills, and their files
        library("Runs", ["Support"]),
        // Data to numbers
        library("Datasets", ["Runs", "Support"]),
        library("Kernels", ["CKernels", "COpenBLAS", "Support"]),
        library("Networks", ["CKernels", "Datasets", "Kernels", "Runs", "Support"]),
        library("Scoring", ["Datasets", "Kernels", "Networks", "Runs", "Support"]),
        // Numbers to a page
        library("Plots", ["CCairo", "CPNG", "Runs", "Support"]),
        library("Pages", ["CSupport", "Datasets", "Plots", "Runs", "Support"]),
        // All that decides a run's numbers
        library("Configuration", ["Datasets", "Networks", "Runs", "Scoring", "Support", yams]),
        .executableTarget(
            name: "nilm-report",
            dependencies: [
                "CMemory", "CSupport", "Configuration", "Datasets", "Kernels", "Networks", "Pages", "Plots", "Runs",
                "Scoring", "Support", argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kernel-bench",
            dependencies: ["CKernels", "Datasets", "Kernels", "Networks", "Runs", "Support", argumentParser],
            swiftSettings: strict),
        // Tests
        .target(
            name: "TestSupport", dependencies: ["Kernels", "Support"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("SupportTests", ["Support"]),
        tests("ConfigurationTests", ["Configuration", "Datasets", "Networks", "Runs", "Support"]),
        tests("KernelsTests", ["CKernels", "Kernels", "Support"]),
        tests(
            "NetworksTests", ["CKernels", "Datasets", "Kernels", "Networks", "Runs", "Support"],
            resources: [.copy("Models/Fixtures")]),
        tests("DatasetsTests", ["Datasets", "Runs", "Support"]),
        tests(
            "ScoringTests", ["Datasets", "Kernels", "Networks", "Runs", "Scoring", "Support"],
            resources: [.copy("Fixtures")]),
        tests("RunsTests", ["Configuration", "Datasets", "Runs", "Support"]),
        tests("PlotsTests", ["CCairo", "Plots", "Runs", "Support"]),
        tests("PagesTests", ["Datasets", "Pages", "Plots", "Runs", "Scoring", "Support"]),
        tests(
            "CommandTests", ["Datasets", "Pages", "Plots", "Runs", "Scoring", "Support", "nilm-report"],
            resources: [.copy("Fixtures")]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu17
)
