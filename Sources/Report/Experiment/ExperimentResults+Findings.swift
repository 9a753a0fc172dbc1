import Plotting

extension ExperimentResults {
    /// How a model does against the first one, a sentence: it says it plainly when there is nothing between them.
    func finding(_ model: String) -> String {
        let first = models[0]
        let pairs = groups.compactMap { group -> (Spread, Spread)? in
            guard let own = group.scores(of: model)?.values(\.mae), let other = group.scores(of: first)?.values(\.mae)
            else { return nil }
            return (own, other)
        }
        guard let ratio = Spread(pairs.filter { $0.1.median > 0 }.map { $0.0.median / $0.1.median }) else {
            return "\(model) and \(first) have no appliance in common."
        }
        let better = pairs.filter { $0.0.median < $0.1.median }.count
        let intervals = groups.compactMap { difference(of: model, in: $0) }
        let certain = intervals.filter { !$0.contains(0) }.count
        let seeds = pairs.map { min($0.0.count, $0.1.count) }.min() ?? 0
        let isProven = seeds > 1 && 2 * certain > pairs.count
        let judgement =
            if (0.98...1.02).contains(ratio.median) {
                "There is nothing to choose between \(model) and \(first)"
            } else {
                "\(model) \(isProven ? "is" : "may be") \(ratio.median > 1 ? "behind" : "ahead of") \(first)"
            }
        return "\(judgement): its median error is \(NumberText.fixed(ratio.median, decimals: 2)) times as large on the "
            + "median appliance, and smaller for \(better) of \(pairs.count). "
            + (intervals.isEmpty
                ? "The test parts are too short to tell that from chance."
                : "The difference is certain (its 95 % interval over days is without zero) for \(certain) of "
                    + "\(intervals.count).")
            + (seeds > 1 ? "" : " With one seed a few per cent mean nothing.")
    }
}
