import Runs
import Support

/// What a run asks of its data.
package struct DatasetRequest: Sendable {
    package var source: DataSource
    package var reading: ReaderOptions
    /// Names or aliases; for synthetic data none means its only one.
    package var appliances: [String]
    /// Empty: every house that has the appliance and is not a test house.
    package var trainHouses: [HouseName]
    /// Empty: each training house is split in time.
    package var testHouses: [HouseName]
    /// First and last day, `YYYY-MM-DD` in the data's own zone; nil for all there is.
    package var from: String?
    package var to: String?
    /// Per cent of the readings for training, validation and test, in time order. With test houses, the rows of the
    /// training houses are shared out in the proportion of the first two.
    package var split: [Double]
    /// Seconds between rows; nil for those that the meters have readings for.
    package var period: Int?
    /// What is done to readings otherwise than by the data set's own defaults.
    package var preparation: PreparationOptions
    /// Synthetic windows for training, validation and test, and the run's seed.
    package var syntheticWindows: [Int]
    package var seed: UInt64
    /// Rows in a window, and between the starts of training windows: every part must have a window.
    package var window: Int
    package var stride: Int
    /// Those of appliances that have their own, by canonical name.
    package var ownWindows: [String: WindowSize]
    package var scope: DatasetScope

    package init(
        source: DataSource, reading: ReaderOptions = ReaderOptions(), appliances: [String] = [],
        trainHouses: [HouseName] = [], testHouses: [HouseName] = [],
        from: String? = nil, to: String? = nil, split: [Double] = [60, 20, 20], period: Int?,
        preparation: PreparationOptions = PreparationOptions(), syntheticWindows: [Int] = [], seed: UInt64, window: Int,
        stride: Int, ownWindows: [String: WindowSize] = [:], scope: DatasetScope = .all
    ) {
        self.source = source
        self.reading = reading
        self.appliances = appliances
        self.trainHouses = trainHouses
        self.testHouses = testHouses
        self.from = from
        self.to = to
        self.split = split
        self.period = period
        self.preparation = preparation
        self.syntheticWindows = syntheticWindows
        self.seed = seed
        self.window = window
        self.stride = stride
        self.ownWindows = ownWindows
        self.scope = scope
    }

    /// Of an appliance by its canonical name.
    func windows(of appliance: String) -> WindowSize {
        ownWindows[appliance] ?? WindowSize(length: window, stride: stride)
    }
}

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

/// How long windows are and how far apart training windows start, in rows.
package struct WindowSize: Equatable, Sendable {
    package var length: Int
    package var stride: Int

    package init(length: Int, stride: Int) {
        self.length = length
        self.stride = stride
    }
}
