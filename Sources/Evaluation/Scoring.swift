import Datasets

/// What all appliances of a run are scored with: the profile, the clock, and each other.
package struct Scoring: Sendable {
    package let profile: MetricProfile
    /// nil where the data have no clock.
    let clock: LocalTime?

    /// An appliance's states and the houses it is scored in.
    private struct Neighbour {
        var appliance: String
        var houses: Set<String>
        var states: PowerStates
    }
    /// In the order of the run; empty where there is only one appliance.
    private let neighbours: [Neighbour]

    /// For the appliances of a run; `timeZone` is the IANA name of the zone whose days and hours are meant.
    package init(
        profile: MetricProfile, appliances: [ApplianceData], timeZone: String?
    ) throws(EvaluationError) {
        self.profile = profile
        var clock: LocalTime?
        if let timeZone { clock = try LocalTime(zone: timeZone) }
        self.clock = clock
        neighbours =
            appliances.count < 2
            ? []
            : appliances.map { data in
                Neighbour(
                    appliance: data.appliance, houses: Set(data.test.map(\.house)),
                    states: PowerStates(
                        fittedTo: data.train, onThreshold: Appliances.kind(named: data.appliance).onThreshold))
            }
    }

    /// The states of the appliances that are in all houses in which `data` is scored, itself among them at `index`; nil
    /// if there is no other.
    func states(beside data: ApplianceData) -> (states: [PowerStates], index: Int)? {
        let houses = Set(data.test.map(\.house))
        let present = neighbours.filter { houses.isSubset(of: $0.houses) }
        guard present.count > 1, let index = present.firstIndex(where: { $0.appliance == data.appliance }) else {
            return nil
        }
        return (present.map(\.states), index)
    }
}
