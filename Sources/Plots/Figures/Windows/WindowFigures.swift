import Runs
import Support

extension Figures {
    /// For each appliance its first window, a whole day and a whole week, and the other windows that the run shows.
    package static func windows(_ contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        let clock = try clock(of: contents)
        var outcomes: [FigureOutcome] = []
        if contents.results.windows.isEmpty {
            outcomes.append(.absent(AbsentFigure(.windows, reason: .noWindows)))
        }
        let appliances = contents.results.appliancesByName
        let shown = Dictionary(grouping: contents.results.windows, by: \.appliance)
        let series = Dictionary(grouping: contents.series.filter { !$0.predictionW.isEmpty }, by: \.appliance)
        var seen: Set<String> = []
        let names = (contents.results.appliances.map(\.name) + contents.results.windows.map(\.appliance))
            .filter { seen.insert($0).inserted }
        for name in names {
            let windows = (shown[name] ?? []).map { window in self.window(window, contents, clock) }
            let threshold = appliances[name]?.onThresholdW ?? .infinity
            outcomes += windows.prefix(1) + long(name, series[name] ?? [], threshold, clock) + windows.dropFirst()
        }
        return outcomes
    }

    private static func window(_ window: ShownWindow, _ contents: RunContents, _ clock: LocalClock?) -> FigureOutcome {
        func absent(_ reason: AbsenceMessage) -> FigureOutcome {
            .absent(AbsentFigure(.windows, appliance: window.appliance, window: window.id, reason: reason))
        }
        guard let rows = contents.rows(of: window), !rows.predictionW.isEmpty else {
            return absent(.rowsMissing(window: window.id))
        }
        guard rows.predictionW.contains(where: \.isFinite) else {
            return absent(.windowNotANumber(window: window.id))
        }
        return .made(WindowFigure(window: window, rows: rows, clock: clock).figure)
    }

    /// A day and a week of one appliance. Without a clock there are none, which is said once for all appliances.
    private static func long(
        _ name: String, _ series: [PredictionSeries], _ onThresholdW: Double, _ clock: LocalClock?
    ) -> [FigureOutcome] {
        guard !series.isEmpty else { return [] }
        guard let clock else {
            return [
                .absent(
                    AbsentFigure(
                        .windows, reason: .noLongSegments))
            ]
        }
        let kinds = [
            LongSegment.day(of: series, onThresholdW: onThresholdW, clock: clock),
            LongSegment.week(of: series, clock: clock),
        ]
        return kinds.map { kind in
            switch kind {
            case .success(let segment) where segment.rows.predictionW.contains(where: \.isFinite):
                .made(WindowFigure(segment, clock: clock).figure)
            case .success(let segment):
                .absent(
                    AbsentFigure(
                        .windows, appliance: name, reason: segment.kind == .day ? .dayNotANumber : .weekNotANumber))
            case .failure(let absence): .absent(AbsentFigure(.windows, appliance: name, reason: absence.reason))
            }
        }
    }
}
