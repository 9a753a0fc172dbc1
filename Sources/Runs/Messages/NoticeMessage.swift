import Support

/// Every notice of the program's own stages. What readers of data say of them is a ``Message`` of theirs.
package enum NoticeMessage: Message {
    /// Standard deviations, watts.
    case collapsed(appliance: String, predictionW: Double, truthW: Double)
    case notANumber(appliance: String, step: Int, keptEpoch: Int)
    case fewSteps(appliance: String, steps: Int, planned: Int)
    case calendarLeftOut(appliance: String, cycles: [String])
    case worseThanZero(appliance: String, maeW: Double, zeroW: Double)
    /// `source` is what the baselines are fitted to, where that is known.
    case worseThanBaseline(appliance: String, maeW: Double, baseline: Baseline, baselineW: Double, source: String?)
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
    case leakage(LeakageMessage)
    /// A rule of preparation took more than a hundredth of the rows.
    case leftOut(LeftOut)
    case notInHouses(appliance: String, houses: [String])
    case windowsWithGaps(appliance: String, windows: Int, of: Int, house: String, part: String)
    case notPredicted(appliance: String, rows: Int, of: Int)
    /// Rows in which the appliance is on.
    case notPredictedOn(appliance: String, rows: Int, of: Int)

    package enum Name: CaseIterable {
        case collapsed, notANumber, fewSteps, calendarLeftOut, worseThanZero, worseThanBaseline, alwaysOn
        case aggregateBelowZero, aggregateBelowTruth, normalised, averaged, smoke, trainedOn, copied, leakage, leftOut
        case notInHouses, windowsWithGaps, notPredicted, notPredictedOn
    }

    package var name: Name {
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
        case .normalised: .normalised
        case .averaged: .averaged
        case .smoke: .smoke
        case .trainedOn: .trainedOn
        case .copied: .copied
        case .leakage: .leakage
        case .leftOut: .leftOut
        case .notInHouses: .notInHouses
        case .windowsWithGaps: .windowsWithGaps
        case .notPredicted: .notPredicted
        case .notPredictedOn: .notPredictedOn
        }
    }

    package static func samples(of name: Name) -> [NoticeMessage] {
        switch name {
        case .collapsed: [.collapsed(appliance: "kettle", predictionW: 0.25, truthW: 310.5)]
        case .notANumber: [0, 3].map { .notANumber(appliance: "kettle", step: 412, keptEpoch: $0) }
        case .fewSteps: [.fewSteps(appliance: "kettle", steps: 98, planned: 3750)]
        case .calendarLeftOut:
            [["day"], ["week"], ["day", "week"]].map { .calendarLeftOut(appliance: "kettle", cycles: $0) }
        case .worseThanZero: [.worseThanZero(appliance: "kettle", maeW: 9.5, zeroW: 8.25)]
        case .worseThanBaseline:
            Baseline.allCases.map {
                .worseThanBaseline(appliance: "kettle", maeW: 9.5, baseline: $0, baselineW: 8.25, source: nil)
            }
                + BaselinesSource.samples.map {
                    .worseThanBaseline(
                        appliance: "kettle", maeW: 9.5, baseline: .edges, baselineW: 8.25, source: $0.text)
                }
        case .alwaysOn: [.alwaysOn(appliance: "fridge", on: 999, of: 1000)]
        case .aggregateBelowZero:
            ["kettle", nil].map { .aggregateBelowZero(appliance: $0, rows: 35, of: 100) }
        case .aggregateBelowTruth: [.aggregateBelowTruth(appliance: "kettle", rows: 2, of: 3)]
        case .normalised: [.normalised(appliance: "kettle", largestW: 0.75, mostW: 2400)]
        case .averaged: [.averaged(appliance: "kettle", usualS: 120, periodS: 1800)]
        case .smoke: [.smoke]
        case .trainedOn: [.trainedOn(appliance: "kettle", house: "house_2")]
        case .copied: [.copied(scored: "house_2", learnt: "house_1")]
        case .leakage: LeakageMessage.samples.map(NoticeMessage.leakage)
        case .leftOut: LeftOut.samples.map(NoticeMessage.leftOut)
        case .notInHouses: [["house_3"], ["house_3", "house_4"]].map { .notInHouses(appliance: "kettle", houses: $0) }
        case .windowsWithGaps:
            ["train", "validation", "test"].map {
                .windowsWithGaps(appliance: "kettle", windows: 12, of: 340, house: "house_1", part: $0)
            }
        case .notPredicted: [.notPredicted(appliance: "kettle", rows: 12, of: 340)]
        case .notPredictedOn: [.notPredictedOn(appliance: "kettle", rows: 12, of: 34)]
        }
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
        case .normalised, .averaged, .notPredictedOn: .doubtfulData
        case .smoke: .smoke
        case .trainedOn, .copied, .leakage: .leak
        case .leftOut, .notPredicted: .leftOut
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
        case .smoke, .copied, .leakage, .leftOut: nil
        }
    }
}

extension Notice {
    package init(_ message: NoticeMessage) {
        self.init(kind: message.kind, appliance: message.appliance, text: message.text)
    }

    /// What readers of data say of a house.
    package init(kind: Kind, _ message: some Message) { self.init(kind: kind, appliance: nil, text: message.text) }
}
