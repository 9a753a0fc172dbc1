import Support

/// Why a figure is not there, without a full stop.
package enum AbsenceMessage: Message, Equatable {
    case noDays
    case noHours
    case noLongStretches
    case noSamples
    case noAppliance
    case noErrorSums
    case noTruth
    case noWholeDay(days: Int)
    case noWeek
    case noWindows
    case rowsMissing(window: String)
    case windowNotANumber(window: String)
    case dayNotANumber
    case weekNotANumber
    case noMaps
    case noMapOfWindow
    case notTrained
    case noEpoch
    case lossNotANumber(appliance: String)
    case noneTrained(appliance: String)
    case noSkill
    case firstHasNoWindows
    case firstLacksRows(window: String)
    case othersLackSamples(window: String)

    package enum Name: CaseIterable {
        case noDays, noHours, noLongStretches, noSamples, noAppliance, noErrorSums, noTruth, noWholeDay, noWeek
        case noWindows, rowsMissing, windowNotANumber, dayNotANumber, weekNotANumber, noMaps, noMapOfWindow
        case notTrained, noEpoch, lossNotANumber, noneTrained, noSkill, firstHasNoWindows, firstLacksRows
        case othersLackSamples
    }

    package var name: Name {
        switch self {
        case .noDays: .noDays
        case .noHours: .noHours
        case .noLongStretches: .noLongStretches
        case .noSamples: .noSamples
        case .noAppliance: .noAppliance
        case .noErrorSums: .noErrorSums
        case .noTruth: .noTruth
        case .noWholeDay: .noWholeDay
        case .noWeek: .noWeek
        case .noWindows: .noWindows
        case .rowsMissing: .rowsMissing
        case .windowNotANumber: .windowNotANumber
        case .dayNotANumber: .dayNotANumber
        case .weekNotANumber: .weekNotANumber
        case .noMaps: .noMaps
        case .noMapOfWindow: .noMapOfWindow
        case .notTrained: .notTrained
        case .noEpoch: .noEpoch
        case .lossNotANumber: .lossNotANumber
        case .noneTrained: .noneTrained
        case .noSkill: .noSkill
        case .firstHasNoWindows: .firstHasNoWindows
        case .firstLacksRows: .firstLacksRows
        case .othersLackSamples: .othersLackSamples
        }
    }

    package static func samples(of name: Name) -> [AbsenceMessage] {
        switch name {
        case .noDays: [.noDays]
        case .noHours: [.noHours]
        case .noLongStretches: [.noLongStretches]
        case .noSamples: [.noSamples]
        case .noAppliance: [.noAppliance]
        case .noErrorSums: [.noErrorSums]
        case .noTruth: [.noTruth]
        case .noWholeDay: [.noWholeDay(days: 1), .noWholeDay(days: 3)]
        case .noWeek: [.noWeek]
        case .noWindows: [.noWindows]
        case .rowsMissing: [.rowsMissing(window: "kettle-best")]
        case .windowNotANumber: [.windowNotANumber(window: "kettle-best")]
        case .dayNotANumber: [.dayNotANumber]
        case .weekNotANumber: [.weekNotANumber]
        case .noMaps: [.noMaps]
        case .noMapOfWindow: [.noMapOfWindow]
        case .notTrained: [.notTrained]
        case .noEpoch: [.noEpoch]
        case .lossNotANumber: [.lossNotANumber(appliance: "kettle")]
        case .noneTrained: [.noneTrained(appliance: "kettle")]
        case .noSkill: [.noSkill]
        case .firstHasNoWindows: [.firstHasNoWindows]
        case .firstLacksRows: [.firstLacksRows(window: "kettle-best")]
        case .othersLackSamples: [.othersLackSamples(window: "kettle-best")]
        }
    }

    package var text: String {
        switch self {
        case .noDays: "the data have no clock, and so no days"
        case .noHours: "the data have no clock, and so no hours of the day"
        case .noLongStretches: "the data have no clock, and so no whole day and no whole week to show"
        case .noSamples: "the run scored no samples"
        case .noAppliance: "the run scored no appliance"
        case .noErrorSums: "errors were not added up by hour of the day; evaluate the run again"
        case .noTruth: "no appliance has a mean absolute error: the data have no truth"
        case .noWholeDay(let days): "none of the \(days) days of the test part is whole"
        case .noWeek: "the test part has no two days in a row, let alone a week"
        case .noWindows: "the run shows no windows"
        case .rowsMissing(let window): "data/predictions.csv does not hold all rows of the window \(window)"
        case .windowNotANumber(let window): "no prediction of the window \(window) is a number"
        case .dayNotANumber: "no prediction of the day is a number"
        case .weekNotANumber: "no prediction of the week is a number"
        case .noMaps: "the run has no attention maps"
        case .noMapOfWindow: "no attention map belongs to a window that is shown"
        case .notTrained: "this run trained nothing"
        case .noEpoch: "training ended before its first epoch was complete"
        case .lossNotANumber(let appliance): "no loss of \(appliance) was a number in any epoch"
        case .noneTrained(let appliance): "no run was trained for \(appliance)"
        case .noSkill: "no run has a skill: no appliance was on, or none was scored"
        case .firstHasNoWindows: "the first run shows no windows"
        case .firstLacksRows(let window): "the first run does not hold all rows of the window \(window)"
        case .othersLackSamples(let window): "no other run has the same samples in the window \(window)"
        }
    }
}
