import Plotting
import Runs

extension Figures {
    /// For each window that has maps: the mean over heads, fine beside coarse; then each head.
    package static func attention(_ contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        guard !contents.results.attention.isEmpty else {
            return [.absent(AbsentFigure(.attention, reason: "the run has no attention maps"))]
        }
        let clock = try clock(of: contents)
        var outcomes: [FigureOutcome] = []
        for window in contents.results.windows {
            let attention = try AttentionWindow(window, in: contents, clock: clock)
            guard !attention.maps.isEmpty else { continue }
            let threshold = contents.results.appliances.first { $0.name == window.appliance }?.onThresholdW
            outcomes.append(
                .made(AttentionMeanFigure(attention, onThresholdW: threshold ?? .infinity).figure))
            guard attention.maps.contains(where: { $0.description.heads > 1 }) else { continue }
            outcomes.append(.made(AttentionHeadsFigure(attention).figure))
        }
        guard !outcomes.isEmpty else {
            return [.absent(AbsentFigure(.attention, reason: "no attention map belongs to a window that is shown"))]
        }
        return outcomes
    }
}
