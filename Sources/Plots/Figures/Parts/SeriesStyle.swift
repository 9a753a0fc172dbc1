/// One look for each quantity in all figures: a colour, and a dash or a marker for those who cannot tell colours.
enum SeriesStyle {
    static let aggregate = Stroke(.context, width: 1)
    static let truth = Stroke(.series(0), width: 1.5)
    static let prediction = Stroke(.series(1), width: 1.5, dash: [5, 2])
    static let residual = Fill(.series(3), opacity: 0.7)
    static let residualEdge = Stroke(.series(3), width: 0.75)
    /// A reference to compare with: a baseline, the kept epoch.
    static let reference = Stroke(.text, width: 1, dash: [2, 2])
    static let model = Fill(.series(1))
    static let baseline = Fill(.context, opacity: 0.6)
    static let best = Stroke(.text, width: 1.5)
    /// Where there are no samples.
    static let gap = Fill(.context, opacity: 0.18)
}
