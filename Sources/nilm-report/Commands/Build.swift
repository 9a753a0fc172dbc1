import ArgumentParser
import Configuration
import Pages
import Runs
import Scoring
import Support

/// data -> train -> evaluate -> report
struct Build: RunCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train on data, evaluate, and write the report: the main job.",
        discussion: """
            Examples:
              nilm-report build
              nilm-report build --preset real --data ukdale:ukdale --train-houses 1 --appliance kettle
              nilm-report build --preset real --data csv:meter.csv --appliance fridge --dry-run
              nilm-report build --run-id nightly --seed 7        # again after an interruption: goes on

            Any of the settings may stand in the environment (NILM_REPORT_SEED=7) or in a file (--config run.yaml).
            """)

    @OptionGroup var settings: SettingOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var gates: GateOptions
    @OptionGroup var resuming: ResumeOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var printing: PrintOptions
    @OptionGroup var sharing: SharingOptions

    func run() throws {
        // First: what is wrong with a setting is said as it asks for.
        let progress = watching.makeProgress()
        try BuildRun(
            configuration: resolve(), resuming: resuming, options: options, threads: threading.count(),
            progress: progress, baseline: baseline, look: look.look(printed: printing),
            opens: look.open, isShared: sharing.isShared
        ).run()
    }
}

/// data -> train
struct Train: RunCommand {
    static let configuration = CommandConfiguration(
        abstract: "Like build, but leave a run folder without a report; render draws it later.")

    @OptionGroup var settings: SettingOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var gates: GateOptions
    @OptionGroup var resuming: ResumeOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions
    @OptionGroup var baseline: BaselineOptions

    func run() throws {
        // First: what is wrong with a setting is said as it asks for.
        let progress = watching.makeProgress()
        try BuildRun(
            configuration: resolve(), resuming: resuming, options: options, threads: threading.count(),
            progress: progress, baseline: baseline, look: nil, opens: false, isShared: false
        ).run()
    }
}

/// What `build` and `train` share.
private struct BuildRun {
    let configuration: RunConfiguration
    let resuming: ResumeOptions
    let options: RunOptions
    let threads: Int
    let progress: Progress
    let baseline: BaselineOptions
    /// nil draws no report.
    let look: ReportLook?
    let opens: Bool
    let isShared: Bool

    func run() throws {
        let check = try baseline.check(gates: configuration.gates, isShared: isShared)
        let interval = try resuming.interval()
        try MemoryCheck(configuration, threads: threads, isTraining: true).require()
        if resuming.dryRun {
            let plan = DryRun(configuration: configuration, threads: threads, output: options.output)
            return try plan.lines().forEach(Console.print)
        }
        let draft = try options.draft(
            configuration: ConfigurationFile.text(of: configuration), isTraining: true, resume: resuming.resume,
            isShared: isShared)
        if draft.isResumed { progress.stage("going on with the interrupted run \(draft.id.text)") }
        try draft.fill(opens: opens) { draft in
            var assembly = RunAssembly(
                configuration: configuration, threads: threads, check: check, isShared: isShared,
                progress: progress)
            return try assembly.build(into: draft, checkpointEvery: interval, look: look)
        }
    }
}
