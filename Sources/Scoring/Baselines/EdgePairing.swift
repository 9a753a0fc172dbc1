import Datasets
import Runs

/// Finds an appliance by its rises and falls in the aggregate, after Hart 1992 ("Nonintrusive appliance load
/// monitoring", Proc. IEEE 80(12)), for one appliance with one power.
///
/// This variant looks at active power only and learns from the appliance's own meter in the training part instead of
/// clustering the aggregate's edges: rises and falls of about the same size are paired there, and the appliance's power
/// is the median of their sizes, weighted by energy, so that a washing machine is its heater. In the aggregate a rise of
/// that size opens an activation; a fall of that size ends the latest one that is open, unless that would last longer than
/// activations in the training part do. Activations do not overlap, and what is not paired is no activation.
struct EdgePairing: BaselinePredictor {
    /// Edges are of one size if they differ by at most this share of the appliance's power.
    private static let tolerance: Float = 0.2
    /// Watts below which a change is nothing to pair.
    private static let smallestEdge: Float = 30
    /// The most rises that are kept in mind, so that time and memory do not grow with their number.
    private static let mostOpen = 16

    /// A rise, a fall, and the power between them.
    struct Use: Equatable {
        var rows: Range<Int>
        var watts: Float
    }

    /// Watts, and the seconds that 95 % of the activations of that power in the training part do not exceed: a rise whose fall
    /// was missed may be paired with a much later one.
    let power: Float
    let longest: Int

    init(power: Float, longest: Int) {
        self.power = power
        self.longest = longest
    }

    /// From the rows of `train` in which both meters have readings; nil if no rise and fall of one size is there.
    init?(fittedTo train: [Segment]) {
        var uses: [(use: Use, seconds: Int)] = []
        for segment in train {
            for run in segment.runs {
                let edges = Edge.edges(of: segment.truth[run], smallest: Self.smallestEdge)
                uses += Self.uses(in: edges, longest: .max) { rise, fall in
                    abs(rise - fall) <= Self.tolerance * max(rise, fall)
                }.map { ($0, $0.rows.count * segment.period) }
            }
        }
        let sorted = uses.sorted { $0.use.watts < $1.use.watts }
        func energy(_ use: (use: Use, seconds: Int)) -> Double { Double(use.use.watts) * Double(use.seconds) }
        let half = sorted.reduce(0) { $0 + energy($1) } / 2
        var sum = 0.0
        guard
            let median = sorted.first(where: { use in
                sum += energy(use)
                return sum >= half
            })
        else { return nil }
        let power = median.use.watts
        self.power = power
        // The median itself is one of them.
        let seconds = uses.filter { abs($0.use.watts - power) <= Self.tolerance * power }.map(\.seconds).sorted()
        longest = seconds[Int((0.95 * Double(seconds.count)).rounded(.up)) - 1]
    }

    func prediction(for series: PredictionSeries) -> [Float] {
        var prediction = [Float](repeating: 0, count: series.aggregateW.count)
        let margin = max(Self.tolerance * power, Self.smallestEdge)
        let edges = Edge.edges(of: series.aggregateW, smallest: Self.smallestEdge).filter {
            abs(abs($0.size) - power) <= margin
        }
        for use in Self.uses(in: edges, longest: longest / series.periodS, alike: { abs($0 - $1) <= margin }) {
            for row in use.rows { prediction[row] = use.watts }
        }
        return prediction
    }

    /// Pairs of a rise with a fall at most `longest` samples later whose sizes are `alike` (rise, fall; both positive).
    private static func uses(
        in edges: [Edge], longest: Int, alike: (_ rise: Float, _ fall: Float) -> Bool
    ) -> [Use] {
        var uses: [Use] = []
        var open: [Edge] = []
        for edge in edges {
            if edge.size > 0 {
                if open.count == mostOpen { open.removeFirst() }
                open.append(edge)
            } else if let rise = open.last(where: { edge.row - $0.row <= longest && alike($0.size, -edge.size) }) {
                uses.append(Use(rows: rise.row..<edge.row, watts: (rise.size - edge.size) / 2))
                open.removeAll()
            }
        }
        return uses
    }
}
