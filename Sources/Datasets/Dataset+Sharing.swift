import Runs

extension Dataset {
    /// Without the paths of its files and without real dates, and the clock that moved them; nil for data without one.
    ///
    /// What stays apart stays so, so that all that is computed of it is the same but for the local hours after a change
    /// to or from summer time. The sha256 of files stay: they say which data they were to whoever has them.
    package func withoutTraces() -> (dataset: Dataset, clock: SharedClock?) {
        var dataset = self
        for index in dataset.files.indices { dataset.files[index].path = "file \(index + 1)" }
        guard let timeZone, let first = firstMoment, let clock = SharedClock(first: first, timeZone: timeZone) else {
            return (dataset, nil)
        }
        dataset.timeZone = "UTC"
        for appliance in dataset.appliances.indices { clock.move(&dataset.appliances[appliance]) }
        for house in dataset.houses.indices {
            dataset.houses[house].start += clock.shift
            dataset.houses[house].end += clock.shift
        }
        return (dataset, clock)
    }

    private var firstMoment: Int? {
        let segments = appliances.flatMap { data in Part.allCases.flatMap { data[$0] } }
        return (segments.map(\.start) + houses.map(\.start)).min()
    }
}
