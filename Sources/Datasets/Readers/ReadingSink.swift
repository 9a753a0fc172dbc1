/// Takes the readings of one meter while its file is read.
protocol ReadingSink: Sendable {
    /// Seconds between the rows of the grid that they are for: how long a file may be depends on it.
    var period: Int { get }

    /// Whether the rest of the file can be left unread.
    var hasEnough: Bool { get }

    /// Takes a reading, in time order: Unix seconds, watts.
    mutating func add(time: Int, power: Double)
}

extension ReadingSink {
    var hasEnough: Bool { false }
}
