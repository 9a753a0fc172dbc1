import Runs

/// The difference between the errors of two models that were each run several times on the same test part.
///
/// The runs of a model, which differ by their seeds, are pooled before days are drawn: the interval is that of the mean
/// model, for other days of the same houses.
package enum SeedDifference {
    /// MAE of `after` less that of `before`, watts.
    package static func mae(
        before: [ApplianceResult], after: [ApplianceResult], bootstrap: PairedBootstrap = PairedBootstrap()
    ) -> PairedBootstrap.Outcome {
        guard let first = pooled(before), let second = pooled(after) else {
            return .none(.differentBlocks)
        }
        let (rows, others) = (before.compactMap(\.scoredSha256), after.compactMap(\.scoredSha256))
        // Seeds of made-up data make rows of their own.
        let areRowsSame = rows.count < before.count || others.count < after.count || Set(rows) == Set(others)
        guard areRowsSame, zip(first, second).allSatisfy({ $0.house == $1.house && $0.start == $1.start }),
            first.count == second.count
        else { return .none(.differentSamples) }
        return bootstrap.difference(
            of: { BlockMetrics.value(of: .metric(.maeW), $0) }, before: first, after: second)
    }

    /// The sums of all runs, block by block; nil if they don't have the same blocks.
    private static func pooled(_ runs: [ApplianceResult]) -> [BlockScore]? {
        guard var sums = runs.first?.blocks?.scores else { return nil }
        let shapes = sums
        for run in runs.dropFirst() {
            guard let scores = run.blocks?.scores, scores.count == shapes.count,
                zip(scores, shapes).allSatisfy({ $0.house == $1.house && $0.start == $1.start && $0.n == $1.n })
            else { return nil }
            for index in sums.indices { sums[index] += scores[index] }
        }
        return sums
    }
}
