import Runs
import Support

/// Makes the figures of a run from what it left on disk.
package enum Figures {
    /// Every figure that has something to show, in the order of the report.
    package static func all(for contents: RunContents) throws(FigureError) -> [Figure] {
        try outcomes(for: contents).compactMap(\.figure)
    }

    /// The figures of all sections, in the order of the report, no two of one file name.
    package static func outcomes(for contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        var outcomes: [FigureOutcome] = []
        for section in FigureSection.allCases { outcomes += try self.outcomes(section, for: contents) }
        var titles: [String: String] = [:]
        for figure in outcomes.compactMap(\.figure) {
            if let first = titles.updateValue(figure.title.english, forKey: figure.id) {
                throw .ambiguousNames(id: figure.id, first: first, second: figure.title.english)
            }
        }
        return outcomes
    }

    /// The figures of one section, with a reason in the place of each that has nothing to show.
    package static func outcomes(
        _ section: FigureSection, for contents: RunContents
    ) throws(FigureError) -> [FigureOutcome] {
        switch section {
        case .metrics: return metrics(contents.results)
        case .windows: return try windows(contents)
        case .attention: return try attention(contents)
        case .training: return training(contents.results)
        case .energy: return try energy(contents)
        case .errors: return errors(contents.results)
        }
    }

    /// The zone of the data; nil where they have no clock.
    static func clock(of contents: RunContents) throws(FigureError) -> LocalClock? {
        guard let zone = contents.results.run.data.timeZone else { return nil }
        guard let clock = LocalClock(zone: zone) else { throw .plotting(.unknownTimeZone(zone)) }
        return clock
    }
}
