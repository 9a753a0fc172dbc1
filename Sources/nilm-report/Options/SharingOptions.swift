import ArgumentParser

/// Whether a run is made to be published.
struct SharingOptions: ParsableArguments {
    @Flag(
        name: .customLong("share"),
        help: "Leave no path, host or user name and no real date in the run, to publish it; the page says so.")
    var isShared = false
}
