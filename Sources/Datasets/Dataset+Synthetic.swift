import Runs
import Support

extension Dataset {
    /// Windows of ``SyntheticPulses``, with a seed of its own for each of the three parts, which follow one another in time.
    static func synthetic(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
        for name in request.appliances where Appliances.canonicalName(name) != SyntheticPulses.appliance {
            throw .unknownAppliance(
                name, nearest: nil, available: [SyntheticPulses.house: [SyntheticPulses.appliance]])
        }
        if let period = request.period, period != SyntheticPulses.period {
            throw .synthetic("it has a sample every second, so --period must be 1, got \(period)")
        }
        guard request.trainHouses.isEmpty, request.testHouses.isEmpty, request.from == nil, request.to == nil else {
            throw .synthetic("it has no houses and no days; leave --train-houses, --test-houses, --from and --to out")
        }
        let counts = request.syntheticWindows
        guard counts.count == Part.allCases.count, counts.allSatisfy({ $0 > 0 }) else {
            throw .synthetic(
                "expected three positive numbers of windows (training, validation, test), got \(counts)")
        }
        // Compared one by one first: the products of such numbers could overflow.
        let limit = SyntheticPulses.maximumSamples
        guard (counts + [request.window]).allSatisfy({ $0 <= limit }),
            counts.reduce(0, +) <= limit / request.window
        else {
            throw .synthetic(
                "\(counts) windows of \(request.window) samples are more than \(limit) samples; ask for fewer, or for a "
                    + "shorter --window")
        }
        let pulses = try SyntheticPulses(length: request.window)
        var data = ApplianceData(appliance: SyntheticPulses.appliance)
        var bytes: [UInt8] = []
        var start = 0
        for (index, part) in Part.allCases.enumerated() {
            // Each part has a seed and a place of its own, and all parts are in the sha256, whichever are asked for: like a
            // file's, it says which data they were.
            let windows = pulses.windows(
                counts[index], from: start, seed: SyntheticPulses.seed(request.seed, for: part.rawValue))
            start += counts[index] * request.window * SyntheticPulses.period
            for segment in windows {
                for watts in segment.aggregate + segment.truth {
                    withUnsafeBytes(of: watts.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
                }
            }
            if request.scope.parts.contains(part) { data[part] = windows }
        }
        return Dataset(
            appliances: [data], period: SyntheticPulses.period, timeZone: nil, sha256: FileHash.sha256(bytes),
            files: [], houses: [], doubts: [])
    }
}
