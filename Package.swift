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
        // Our C: kernels per instruction set, and the bytes of templates/
        .target(
            name: "CKernels",
            cSettings: [
                // At -O0 the kernels are 20 times slower and the tests with them.
                .unsafeFlags(["-O2"], .when(configuration: .debug)),
                // No errno from sqrtf, or its loops stay scalar.
                .unsafeFlags(["-Wall", "-Wextra", "-Werror", "-fno-math-errno"]),
            ]),
        .target(name: "CMemory"),
        .target(name: "CVersion"),
        // A parser of HTML within a bound of memory
        .target(name: "CHTML", linkerSettings: [.linkedLibrary("gumbo")]),
        .target(name: "CTemplates", cSettings: [.unsafeFlags(["-std=c23", "-Wno-c23-extensions"])]),
        // What every stage uses
        library("Files", ["CCrypto", "CZLIB"]),
        library("Randomness"),
        library("Wording"),
        library("Localisation", ["CTemplates", "Files"]),
        library("Templating", ["Wording", "CHTML"]),
        // Data to numbers
        library("Datasets", ["Files", "Randomness", "Wording"]),
        library("Tensors", ["CKernels", "COpenBLAS", "Randomness"]),
        library("Models", ["Tensors", "Files", "Datasets", "Randomness"]),

        library("Training", ["CKernels", "Tensors", "Models", "Datasets", "Files", "Randomness"]),
        library("Evaluation", ["Models", "Tensors", "Datasets", "Runs", "Files", "Randomness"]),
        // Numbers to a page
        library("Runs", ["Files", "Wording"]),
        // All that decides a run's numbers
        library("Configuration", ["Datasets", "Models", "Runs", "Files", "Wording", yams]),
        library("Plotting", ["CCairo", "CPNG", "Localisation", "Wording"]),
        library("Figures", ["Files", "Runs", "Plotting", "Localisation", "Wording"]),
        library(
            "Report",
            ["Runs", "Figures", "Plotting", "Templating", "Localisation", "Wording", "CTemplates", "Files"]),
        // Bounds that a run has to meet, and its change against an earlier one
        library("Gates", ["Runs", "Randomness", "Wording"]),
        // What is in a data set, without a run
        library("Inspection", ["Datasets", "Runs", "Plotting", "Report", "Templating", "Localisation", "Wording"]),
        .executableTarget(
            name: "nilm-report",
            dependencies: [
                "CMemory", "CVersion", "Files", "Configuration", "Tensors", "Models", "Datasets", "Training",
                "Evaluation", "Runs",
                "Plotting", "Figures", "Report", "Templating", "Localisation", "Inspection", "Gates", "Wording",
                argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kernel-bench",
            dependencies: ["CKernels", "Tensors", "Models", "Datasets", "Training", "Runs", argumentParser],
            swiftSettings: strict),
        // Tests
        .target(
            name: "TestSupport", dependencies: ["Tensors", "Randomness"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("FilesTests", ["Files", "Randomness"]),
        tests("ConfigurationTests", ["Configuration"]),
        tests("TensorsTests", ["Tensors", "CKernels"]),
        tests(
            "ModelsTests", ["Models", "Training", "Datasets", "Tensors", "Files", "Randomness"],
            resources: [.copy("Fixtures")]),
        tests("DatasetsTests", ["Datasets", "Files", "Randomness"]),
        tests("TrainingTests", ["Training", "Models", "Tensors", "Datasets", "Files", "Randomness"]),
        tests(
            "EvaluationTests", ["Evaluation", "Models", "Datasets", "Runs", "Tensors", "Files", "Randomness"],
            resources: [.copy("Fixtures")]),
        tests("RunsTests", ["Runs", "Files", "Configuration"]),
        tests("GatesTests", ["Gates", "Runs", "Randomness"]),
        tests("PlottingTests", ["Plotting", "CCairo", "Wording"]),
        tests("FiguresTests", ["Figures", "Plotting", "Runs", "Files"]),
        tests("TemplatingTests", ["Templating"]),
        tests(
            "LocalisationTests",
            [
                "Localisation", "Wording", "Datasets", "Evaluation", "Runs", "Gates", "Plotting", "Figures", "Report",
                "Inspection", "Templating",
            ]),
        tests(
            "ReportTests",
            ["Report", "Templating", "Figures", "Plotting", "Runs", "Files", "Evaluation", "Datasets", "Wording"]),
        tests("InspectionTests", ["Inspection", "Datasets", "Plotting", "Report", "Runs", "Templating"]),
        tests("CommandTests", ["Runs", "Files", "Gates", "Report", "nilm-report"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu17
)
