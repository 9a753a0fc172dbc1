import Runs

/// Which rows of the data a run works on.
package enum DatasetScope: Sendable {
    /// Those of all three parts, each of which must have a window.
    case all
    /// Those of the test part alone: the split is made, but houses and parts that nothing is scored on are not kept.
    case test
    /// All rows of the test houses, or of every house with the appliance: none of them was trained on.
    case unseen

    /// The parts that must have a window.
    var parts: [Part] { self == .all ? Part.allCases : [.test] }
}
