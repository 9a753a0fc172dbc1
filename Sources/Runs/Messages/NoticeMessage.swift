import Support

/// Every notice of a run.
package enum NoticeMessage: Message, Codable, Equatable {
    /// Standard deviations, watts.
    case collapsed(appliance: String, predictionW: Double, truthW: Double)
    case notANumber(appliance: String, step: Int, keptEpoch: Int)
    case fewSteps(appliance: String, steps: Int, planned: Int)
    case calendarLeftOut(appliance: String, cycles: [Cycle])
    case worseThanZero(appliance: String, maeW: Double, zeroW: Double)
    /// `source` is what the baselines are fitted to, where that is known.
    case worseThanBaseline(
        appliance: String, maeW: Double, baseline: Baseline, baselineW: Double, source: Said<BaselinesSource>?)
    case alwaysOn(appliance: String, on: Int, of: Int)
    /// Of all rows where there is no appliance.
    case aggregateBelowZero(appliance: String?, rows: Int, of: Int)
    case aggregateBelowTruth(appliance: String, rows: Int, of: Int)
    /// Predictions that may not be watts yet, and how large prediction and truth are at most.
    case normalised(appliance: String, largestW: Float, mostW: Float)
    /// Rows too long to see an appliance by.
    case averaged(appliance: String, usualS: Int, periodS: Int)
    case smoke
    /// Rows are scored that the appliance's model was trained on; houses are as results name them.
    case trainedOn(appliance: String, house: String)
    /// The house that is scored is one that the models were trained on.
    case copied(scored: String, learnt: String)
    case leakage(message: LeakageMessage)
    /// A rule of preparation took more than a hundredth of the rows.
    case leftOut(message: LeftOut)
    /// What readers of data say of a house.
    case remark(message: DataRemark)
    case doubt(message: DataDoubt)
    case notInHouses(appliance: String, houses: [String])
    case windowsWithGaps(appliance: String, windows: Int, of: Int, house: String, part: Part)
    case notPredicted(appliance: String, rows: Int, of: Int)
    /// Rows in which the appliance is on.
    case notPredictedOn(appliance: String, rows: Int, of: Int)

    /// A cycle of the calendar.
    package enum Cycle: String, Codable, Sendable {
        case day, week
    }
}

extension NoticeMessage {
    package var kind: Notice.Kind {
        switch self {
        case .collapsed: .collapsed
        case .notANumber: .notANumber
        case .fewSteps: .fewSteps
        case .calendarLeftOut: .calendarLeftOut
        case .worseThanZero: .worseThanZero
        case .worseThanBaseline: .worseThanBaseline
        case .alwaysOn: .alwaysOn
        case .aggregateBelowZero: .aggregateBelowZero
        case .aggregateBelowTruth: .aggregateBelowTruth
        case .normalised, .averaged, .notPredictedOn, .doubt: .doubtfulData
        case .smoke: .smoke
        case .trainedOn, .copied, .leakage: .leak
        case .leftOut, .remark, .notPredicted: .leftOut
        case .notInHouses, .windowsWithGaps: .data
        }
    }

    /// nil where it is not of one appliance.
    package var appliance: String? {
        switch self {
        case .collapsed(let name, _, _), .notANumber(let name, _, _), .fewSteps(let name, _, _),
            .calendarLeftOut(let name, _), .worseThanZero(let name, _, _), .worseThanBaseline(let name, _, _, _, _),
            .alwaysOn(let name, _, _), .aggregateBelowTruth(let name, _, _), .normalised(let name, _, _),
            .averaged(let name, _, _), .trainedOn(let name, _), .notInHouses(let name, _),
            .windowsWithGaps(let name, _, _, _, _), .notPredicted(let name, _, _),
            .notPredictedOn(let name, _, _):
            name
        case .aggregateBelowZero(let name, _, _): name
        case .smoke, .copied, .leakage, .leftOut, .remark, .doubt: nil
        }
    }
}

extension Notice {
    package init(_ message: NoticeMessage) {
        self.init(kind: message.kind, appliance: message.appliance, said: Said(message))
    }
}
