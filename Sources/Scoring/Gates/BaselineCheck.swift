import Runs
import Support

/// Holds a run against an earlier one.
package struct BaselineCheck: Sendable {
    package var tolerances: Tolerances
    package var bootstrap: PairedBootstrap
    /// Those that fail a run to be worse in; the others are shown.
    package var deciding: Set<Quantity>

    package static let defaultDeciding: [Quantity] = [.metric(.maeW), .metric(.f1)]

    package init(
        tolerances: Tolerances = Tolerances(), bootstrap: PairedBootstrap = PairedBootstrap(),
        deciding: [Quantity] = Self.defaultDeciding
    ) {
        precondition(
            deciding.allSatisfy(BlockMetrics.quantities.contains), "only metrics of blocks can be held against others")
        self.tolerances = tolerances
        self.bootstrap = bootstrap
        self.deciding = Set(deciding)
    }

    /// What became of the metrics of `run` against those of `earlier`.
    package func comparison(of run: Results, with earlier: Results) -> BaselineComparison {
        let comparability = Comparability(of: run, with: earlier)
        let names = Set(run.appliances.map(\.name))
        let known = Set(earlier.appliances.map(\.name))
        var obstacles = comparability.reasons
        if obstacles.isEmpty {
            obstacles = comparability.namedReasons
        }
        if obstacles.isEmpty, names.isDisjoint(with: known) { obstacles = [.noSharedAppliance] }
        var notes: [BaselineNote] = []
        for before in earlier.appliances where !names.contains(before.name) {
            notes.append(.onlyEarlier(appliance: before.name))
        }
        for after in run.appliances where !known.contains(after.name) {
            notes.append(.onlyNow(appliance: after.name))
        }
        var changes: [MetricChange] = []
        if obstacles.isEmpty {
            let before = earlier.appliancesByName
            for after in run.appliances {
                guard let before = before[after.name] else { continue }
                changes += self.changes(from: before, to: after)
                let together = PairedBootstrap.neighbours(of: after.blocks?.scores.count ?? 0)
                if together > 1 { notes.append(.joinedBlocks(appliance: after.name, neighbours: together)) }
            }
        }
        return BaselineComparison(
            run: earlier.run.id, created: earlier.run.created, obstacles: obstacles.map { Said($0) },
            notes: notes.map { Said($0) }, relativeTolerance: tolerances.relative, resamples: bootstrap.resamples,
            level: bootstrap.level, seed: bootstrap.seed, changes: changes)
    }

    private func changes(from before: ApplianceResult, to after: ApplianceResult) -> [MetricChange] {
        // The same rows are that whatever their house is called, and wherever their times were moved to.
        let isHashed = before.scoredSha256 != nil && before.scoredSha256 == after.scoredSha256
        let blocks = Self.pairs(before.blocks, after.blocks, areRowsSame: isHashed)
        let outcomes = outcomes(of: BlockMetrics.quantities, blocks)
        return zip(BlockMetrics.quantities, outcomes).map { quantity, outcome in
            let (old, new) = (quantity.value(of: before), quantity.value(of: after))
            var change = MetricChange(
                appliance: after.name, metric: quantity.key, before: old, after: new, change: nil, low: nil, high: nil,
                tolerance: tolerances.tolerance(of: quantity, at: old ?? 0), blocks: after.blocks?.scores.count ?? 0,
                blockKind: after.blocks?.kind, outcome: .undetermined, decides: deciding.contains(quantity),
                reason: nil)
            guard let old, let new else {
                // A metric that is defined in neither run has no change.
                if old == nil, new == nil { change.outcome = .same }
                change.reason = Said(.undefined(reason: quantity.reason(of: old == nil ? before : after)))
                return change
            }
            let sign = Self.sign(of: quantity)
            let worsening = quantity.cost(of: new) - quantity.cost(of: old)
            change.change = sign * worsening
            switch outcome {
            case .interval(let low, let high):
                (change.low, change.high) = (low, high)
                let (least, most) = sign > 0 ? (low, high) : (-high, -low)
                if worsening > change.tolerance, least > 0 {
                    change.outcome = .worse
                } else if -worsening > change.tolerance, most < 0 {
                    change.outcome = .better
                } else {
                    change.outcome = .same
                }
            case .none(let reason):
                change.reason = Said(reason)
                if abs(worsening) <= change.tolerance { change.outcome = .same }
            }
            return change
        }
    }

    /// Of a metric that is best near 0 the sizes are compared; of one that is best high, the cost's sign is off.
    private static func sign(of quantity: Quantity) -> Double { quantity.cost(of: 1) < 0 ? -1 : 1 }

    private func outcomes(
        of quantities: [Quantity], _ blocks: Result<(before: [BlockScore], after: [BlockScore]), Unpaired>
    ) -> [PairedBootstrap.Outcome] {
        switch blocks {
        case .failure(let failure): quantities.map { _ in .none(failure.reason) }
        case .success(let pairs):
            bootstrap.differences(
                of: quantities.map { quantity in
                    let sign = Self.sign(of: quantity)
                    return { sums in BlockMetrics.value(of: quantity, sums).map { sign * quantity.cost(of: $0) } }
                }, before: pairs.before, after: pairs.after)
        }
    }

    /// Why blocks can't be paired.
    private struct Unpaired: Error {
        let reason: ChangeReason
    }

    private static func pairs(
        _ before: BlockScores?, _ after: BlockScores?, areRowsSame: Bool
    ) -> Result<(before: [BlockScore], after: [BlockScore]), Unpaired> {
        guard let before, let after else {
            return .failure(Unpaired(reason: .noSums))
        }
        let isSame =
            before.kind == after.kind && before.scores.count == after.scores.count
            && zip(before.scores, after.scores).allSatisfy {
                $0.n == $1.n && (areRowsSame ? $0.truthW == $1.truthW : $0.house == $1.house && $0.start == $1.start)
            }
        guard isSame else { return .failure(Unpaired(reason: .otherBlocks)) }
        return .success((before.scores, after.scores))
    }
}
