import Runs
import Support

extension Figures {
    /// For each window that has maps: the mean over heads, fine beside coarse; then each head.
    package static func attention(_ contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        guard !contents.results.attention.isEmpty else {
            return [.absent(AbsentFigure(.attention, reason: .noMaps))]
        }
        let clock = try clock(of: contents)
        let windows = contents.results.windows
        let figures = try Language.concurrentMap(windows.count) { index throws(FigureError) in
            try attention(windows[index], contents, clock)
        }
        guard !figures.joined().isEmpty else {
            return [.absent(AbsentFigure(.attention, reason: .noMapOfWindow))]
        }
        return figures.joined().map(FigureOutcome.made)
    }

    private static func attention(
        _ window: ShownWindow, _ contents: RunContents, _ clock: LocalClock?
    ) throws(FigureError) -> [Figure] {
        let attention = try AttentionWindow(window, in: contents, clock: clock)
        guard !attention.maps.isEmpty else { return [] }
        let threshold = contents.results.appliances.first { $0.name == window.appliance }?.onThresholdW
        let mean = AttentionMeanFigure(attention, onThresholdW: threshold ?? .infinity).figure
        let hasHeads = attention.maps.contains { $0.description.heads > 1 }
        return hasHeads ? [mean, AttentionHeadsFigure(attention).figure] : [mean]
    }
}
