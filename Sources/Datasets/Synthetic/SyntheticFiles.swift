import Support

/// Writes synthetic data in the layouts of measured ones: to try a reader, or to see what a file must look like.
///
/// The windows of ``SyntheticPulses`` follow one another without a gap. They are written one at a time, so that a file
/// may be as long as the disk allows.
package struct SyntheticFiles: Sendable {
    private let pulses: SyntheticPulses
    private let windows: Int
    private let start: Int
    private let period: Int
    private let seed: UInt64

    /// `windows` windows of `length` samples, `period` seconds apart from `start` in Unix seconds.
    package init(
        windows: Int, length: Int = 512, period: Int = 6, start: Int = 1_424_734_800, seed: UInt64 = 0
    ) throws(DatasetError) {
        precondition(windows > 0 && period > 0 && start >= 0, "the files need windows, a period and a time since 1970")
        pulses = try SyntheticPulses(length: length)
        self.windows = windows
        self.period = period
        self.start = start
        self.seed = seed
    }

    /// Writes UK-DALE's house 1 in `directory`: labels.dat, and the aggregate and the appliance in whole watts, as that
    /// data set has them.
    package func writeUKDALE(to directory: String) throws(FileError) {
        let house = directory + "/house_1"
        try Folder.create(house)
        try AtomicFile.write("1 aggregate\n2 \(SyntheticPulses.appliance)\n", to: house + "/labels.dat")
        var aggregateFile = try AtomicFileWriter(path: house + "/channel_1.dat")
        var applianceFile = try AtomicFileWriter(path: house + "/channel_2.dat")
        try forEachWindow { times, aggregate, truth throws(FileError) in
            try aggregateFile.write(Self.channel(times, aggregate))
            try applianceFile.write(Self.channel(times, truth))
        }
        try aggregateFile.commit()
        try applianceFile.commit()
    }

    /// Writes a table with the columns time (Unix seconds), aggregate_w and pulse_w; powers come back bit for bit.
    package func writeCSV(to path: String) throws(FileError) {
        var file = try AtomicFileWriter(path: path)
        try file.write(Array("time,aggregate_w,\(SyntheticPulses.appliance)_w\n".utf8))
        try forEachWindow { times, aggregate, truth throws(FileError) in
            var bytes: [UInt8] = []
            for (row, time) in times.enumerated() {
                bytes.append(contentsOf: "\(time),\(aggregate[row]),\(truth[row])\n".utf8)
            }
            try file.write(bytes)
        }
        try file.commit()
    }

    /// Calls `write` with the times and powers of one window after the other.
    private func forEachWindow(
        _ write: (StrideTo<Int>, [Float], [Float]) throws(FileError) -> Void
    ) throws(FileError) {
        var random = SplitMix64(seed: SyntheticPulses.seed(seed, for: "file"))
        let span = pulses.length * period
        for index in 0..<windows {
            let (aggregate, truth) = pulses.window(&random)
            try write(
                stride(from: start + index * span, to: start + (index + 1) * span, by: period), aggregate, truth)
        }
    }

    private static func channel(_ times: StrideTo<Int>, _ powers: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (row, time) in times.enumerated() {
            bytes.append(contentsOf: "\(time) \(Int(powers[row].rounded()))\n".utf8)
        }
        return bytes
    }
}
