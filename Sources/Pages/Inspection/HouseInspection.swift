import Datasets
import Plots
import Runs
import Support

/// What is found in one house.
package struct HouseInspection: Codable, Equatable, Sendable {
    /// A meter that the data set's labels name.
    package struct Label: Codable, Equatable, Sendable {
        /// As it stands in the labels.
        package var label: String
        /// The name to ask for: `--appliance` takes it.
        package var name: String
        package var source: String
        /// Whether the file that should have its readings is there.
        package var isPresent: Bool
        /// Whether it is an appliance with a threshold of its own.
        package var isKnown: Bool

        var isAggregate: Bool { name == PreparedMeter.aggregateName }
    }

    /// `house_1`.
    package var name: String
    package var labels: [Label]
    /// The whole house's first.
    package var meters: [MeterInspection]
    package var lines: TableLines
    /// What a person should know before using the house, as sentences.
    @InEnglish package var notes: [Text]
    /// Why the house, or some of its meters, can't be read: these keep `build` from running.
    package var problems: [String]
    package var files: [DataFile]

    /// Unix seconds of the first and last reading of any meter; nil without one.
    package var span: ClosedRange<Int>? {
        guard let first = meters.compactMap(\.first).min(), let last = meters.compactMap(\.last).max() else {
            return nil
        }
        return first...last
    }
}

extension HouseInspection {
    init(_ house: DatasetAudit.House, _ limits: Preparation, periodS: Int) {
        name = house.name
        let known = Set(Appliances.table.map(\.name))
        labels = house.labels.map {
            Label(
                label: $0.label, name: $0.name, source: $0.source, isPresent: $0.missingFile == nil,
                isKnown: known.contains($0.name))
        }
        meters = []
        problems = []
        lines = TableLines()
        files = []
        var remarks: [DataRemark] = []
        switch house.audit {
        case .failure(let error): problems = [error.description]
        case .success(let audit):
            for meter in audit.meters {
                switch meter.readings {
                case .success(let readings): meters.append(MeterInspection(meter, readings))
                case .failure(let error): problems.append(error.description)
                }
            }
            lines = audit.lines
            remarks = audit.remarks
            files = audit.files
        }
        let isAlone = meters.count { $0.name == PreparedMeter.aggregateName } == 1
        notes =
            LabelNotes(house.labels).messages.map(\.text)
            + meters.flatMap { $0.sentences(limits, periodS: periodS, isAlone: isAlone) }
            + lines.findings(dropsIssues: limits.dropsIssues).map(\.text) + remarks.map(\.text)
    }
}

extension MeterInspection {
    /// What is doubtful about its readings; `isAlone`: no other meter is added to one of the whole house.
    fileprivate func sentences(_ limits: Preparation, periodS: Int, isAlone: Bool) -> [Text] {
        let meter = "\(name) (\(source))"
        let named = DataDoubt.MeterAndSources(name, sources: [source])
        var messages: [InspectionMessage] = []
        if let largestGlitchW {
            let limit = onThresholdW == nil ? limits.aggregateLimitW : limits.applianceLimitW
            messages.append(.glitches(meter: meter, count: glitches, limitW: limit, largestW: largestGlitchW))
        }
        if onThresholdW == nil, let samplingS, samplingS > periodS {
            messages.append(.repeatsReadings(meter: meter, samplingS: samplingS, periodS: periodS))
        }
        if isAlone, prepared.stuck * 100 > prepared.rows, let limit = limits.stuckLimitS {
            messages.append(.stuck(meter: meter, rows: prepared.stuck, of: prepared.rows, limitS: limit))
        }
        if let maximumW, let onThresholdW, maximumW < onThresholdW {
            messages.append(.neverOn(meter: meter, mostW: maximumW, thresholdW: onThresholdW))
        }
        var doubts: [DataDoubt] = []
        if onThresholdW == nil, glitches * 10 > readings + glitches {
            doubts.append(
                .beyondLimit(
                    meter: named, readings: glitches, of: readings + glitches, limitW: limits.aggregateLimitW))
        }
        if onThresholdW == nil, isAlone, let minimumW, let maximumW {
            doubts += [HouseSize.doubt(named, from: minimumW, to: maximumW)].compactMap { $0 }
        }
        return messages.map(\.text) + doubts.map(\.text)
    }
}
