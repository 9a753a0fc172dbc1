import Runs

/// What a run works on for one appliance.
package struct ApplianceData: Sendable {
    /// The canonical name.
    package var appliance: String
    /// In the order of the houses, then in time order.
    package var train: [Stretch]
    package var validation: [Stretch]
    package var test: [Stretch]

    package init(appliance: String, train: [Stretch] = [], validation: [Stretch] = [], test: [Stretch] = []) {
        self.appliance = appliance
        self.train = train
        self.validation = validation
        self.test = test
    }

    /// The stretches of one part.
    package subscript(part: Part) -> [Stretch] {
        get {
            switch part {
            case .train: train
            case .validation: validation
            case .test: test
            }
        }
        set {
            switch part {
            case .train: train = newValue
            case .validation: validation = newValue
            case .test: test = newValue
            }
        }
    }
}
