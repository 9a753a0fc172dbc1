import ArgumentParser
import Configuration

/// The options of commands that train, which may take long.
struct ResumeOptions: ParsableArguments {
    @Flag(help: "Go on with an interrupted run: that of --run-id, or the newest of the same configuration.")
    var resume = false
    @Option(
        help: ArgumentHelp(
            "Time between two states of training that are kept on disk, beside those of the epochs' ends.",
            valueName: "time"))
    var checkpointEvery = "\(Int(TrainingCheckpoint.usualInterval))s"

    @Flag(help: "Say what would be read, trained and written, and how long it would take; write nothing.")
    var dryRun = false

    /// Seconds.
    func interval() throws(Failure) -> Double {
        guard let seconds = Seconds(words: [checkpointEvery]) else {
            throw Failure(
                "--checkpoint-every must be \(Seconds.description), got \"\(checkpointEvery)\"", exitCode: .usage)
        }
        return seconds.value
    }
}
