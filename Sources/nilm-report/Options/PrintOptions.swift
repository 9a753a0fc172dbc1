import ArgumentParser

/// The option of commands that draw a run's report.
struct PrintOptions: ParsableArguments {
    @Flag(help: "Write report.pdf too: the report on pages of A4.")
    var pdf = false
}
