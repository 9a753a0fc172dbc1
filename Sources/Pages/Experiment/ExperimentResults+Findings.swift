import Support

extension ExperimentResults {
    /// How a model does against the first one, in sentences.
    func finding(_ model: String) -> Text {
        let first = models[0]
        let pairs = groups.compactMap { group -> (Spread, Spread)? in
            guard let own = group.scores(of: model)?.values(\.mae), let other = group.scores(of: first)?.values(\.mae)
            else { return nil }
            return (own, other)
        }
        guard let ratio = Spread(pairs.filter { $0.1.median > 0 }.map { $0.0.median / $0.1.median }) else {
            return FindingMessage.noSharedAppliance(model: model, first: first).text
        }
        let better = pairs.filter { $0.0.median < $0.1.median }.count
        let intervals = groups.compactMap { difference(of: model, in: $0) }
        let certain = intervals.filter { !$0.contains(0) }.count
        let seeds = pairs.map { min($0.0.count, $0.1.count) }.min() ?? 0
        let isProven = seeds > 1 && 2 * certain > pairs.count
        let judgement: FindingMessage.Judgement =
            if (0.98...1.02).contains(ratio.median) {
                .none
            } else if ratio.median > 1 {
                isProven ? .behind : .perhapsBehind
            } else {
                isProven ? .ahead : .perhapsAhead
            }
        var messages: [FindingMessage] = [
            .difference(judgement, model: model, first: first, ratio: ratio.median, better: better, of: pairs.count),
            intervals.isEmpty ? .tooShort : .certain(certain, of: intervals.count),
        ]
        if seeds <= 1 { messages.append(.oneSeed) }
        return messages.map(\.text).joined(separator: " ")
    }
}
