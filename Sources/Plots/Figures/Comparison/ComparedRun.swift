import Runs

/// One of several runs that are shown side by side.
package struct ComparedRun: Sendable {
    /// The most that one page compares: so many colours can be told apart.
    package static let most = 6

    /// From 0, in the order given; the first is what the others are compared with.
    package let index: Int
    package let contents: RunContents
    private let appliances: [String: ApplianceResult]
    /// Of its training, by appliance.
    let epochs: [String: [Epoch]]

    package init(index: Int, contents: RunContents) {
        precondition((0..<Self.most).contains(index), "a run's index must be 0 to \(Self.most - 1), got \(index)")
        self.index = index
        self.contents = contents
        appliances = contents.results.appliancesByName
        epochs = Dictionary(grouping: contents.results.training?.epochs ?? [], by: \.appliance)
    }

    /// `A` for the first, `B` for the second.
    package var label: String { String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index)))) }

    package var results: Results { contents.results }

    package func appliance(_ name: String) -> ApplianceResult? { appliances[name] }

    private static let dashes: [[Double]] = [[], [5, 2], [2, 2], [8, 2, 2, 2], [10, 4], [1, 3]]

    var stroke: Stroke { Stroke(.series(index), width: 1.5, dash: Self.dashes[index]) }
    var fill: Fill { Fill(.series(index)) }
    var symbol: Symbol { Symbol.allCases[index % Symbol.allCases.count] }
}

extension [ComparedRun] {
    /// The appliances that some run was scored on, in the order of their first mention.
    package var applianceNames: [String] {
        var seen: Set<String> = []
        return flatMap { run in run.results.appliances.map(\.name).filter { seen.insert($0).inserted } }
    }
}
