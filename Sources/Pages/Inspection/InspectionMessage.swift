import Plots
import Support

/// What an inspection says of a house's labels and meters; `meter` is `kettle (channel_10.dat)`.
package enum InspectionMessage: Message {
    case noAggregateLabel, aggregateOnly
    /// Labelled appliances without a file: the first of them, and how many others.
    case noFile(Int, of: Int, first: [String], others: Int)
    case addedUp(appliance: String, meters: [String])
    case notTakenFor(label: String, appliances: [String], name: String)
    case glitches(meter: String, count: Int, limitW: Double, largestW: Double)
    case repeatsReadings(meter: String, samplingS: Int, periodS: Int)
    case stuck(meter: String, rows: Int, of: Int, limitS: Int)
    case neverOn(meter: String, mostW: Double, thresholdW: Double)

    package enum Name: CaseIterable {
        case noAggregateLabel, aggregateOnly, noFile, addedUp, notTakenFor, glitches, repeatsReadings, stuck, neverOn
    }

    package var name: Name {
        switch self {
        case .noAggregateLabel: .noAggregateLabel
        case .aggregateOnly: .aggregateOnly
        case .noFile: .noFile
        case .addedUp: .addedUp
        case .notTakenFor: .notTakenFor
        case .glitches: .glitches
        case .repeatsReadings: .repeatsReadings
        case .stuck: .stuck
        case .neverOn: .neverOn
        }
    }

    package static func samples(of name: Name) -> [InspectionMessage] {
        let (kettle, fridge) = ("kettle (channel_10.dat)", "fridge (channel_12.dat)")
        return switch name {
        case .noAggregateLabel: [.noAggregateLabel]
        case .aggregateOnly: [.aggregateOnly]
        case .noFile:
            [
                .noFile(1, of: 5, first: [kettle], others: 0), .noFile(2, of: 5, first: [kettle, fridge], others: 0),
                .noFile(9, of: 12, first: [kettle, fridge], others: 7),
            ]
        case .addedUp: [.addedUp(appliance: "kettle", meters: [kettle, fridge])]
        case .notTakenFor:
            [["kettle"], ["kettle", "fridge"]].map {
                .notTakenFor(label: "kettle_radio (channel_4.dat)", appliances: $0, name: "kettle_radio")
            }
        case .glitches: [1, 7].map { .glitches(meter: kettle, count: $0, limitW: 4000, largestW: 12345.5) }
        case .repeatsReadings: [.repeatsReadings(meter: "aggregate (mains.dat)", samplingS: 60, periodS: 6)]
        case .stuck: [.stuck(meter: "aggregate (mains.dat)", rows: 12, of: 340, limitS: 600)]
        case .neverOn: [.neverOn(meter: kettle, mostW: 12.5, thresholdW: 2000)]
        }
    }

    package var text: String {
        let watts = { (value: Double) in NumberText.significant(value) + " W" }
        return switch self {
        case .noAggregateLabel: "No label names the whole house's meter, such as aggregate or mains."
        case .aggregateOnly: "There is the whole house's power only: it can be predicted on, not trained on or scored."
        case .noFile(let missing, let all, let first, let others):
            "\(missing) of \(all) labelled appliances have no file here: \(first.joined(separator: ", "))"
                + (others > 0 ? " and \(others) others." : ".")
        case .addedUp(let name, let meters):
            "\(name) is what \(meters.count) meters have, which are added up: \(meters.joined(separator: ", "))."
        case .notTakenFor(let label, let appliances, let name):
            "\(label) is not taken for \(appliances.joined(separator: " or ")), as it is something else too or another one; "
                + "ask for it as \(name)."
        case .glitches(let meter, let count, let limit, let largest):
            "\(meter) has \(count) reading\(count == 1 ? "" : "s") beyond \(watts(limit)), up to \(watts(largest)): taken for "
                + "missing."
        case .repeatsReadings(let meter, let sampling, let period):
            "\(meter) is read every \(sampling) s: rows of \(period) s repeat readings, --period \(sampling) would not."
        case .stuck(let meter, let rows, let all, let limit):
            "\(rows) of \(all) rows are taken for missing, as \(meter) repeats one reading for more than \(limit) s "
                + "(--stuck-limit)."
        case .neverOn(let meter, let most, let threshold):
            "\(meter) is never on: it draws \(watts(most)) at most, and is on from \(watts(threshold))."
        }
    }
}
