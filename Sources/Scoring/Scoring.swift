import Datasets
import Runs
import Support

/// What all appliances of a run are scored with: the profile, the clock, what counts as on, the baselines, and each
/// other.
package struct Scoring: Sendable {
    package let profile: MetricProfile
    /// nil where the data have no clock.
    let clock: LocalClock?
    /// What is known of each appliance, by its canonical name.
    private let kinds: [String: ApplianceKind]
    /// In the order of the run.
    package let fits: [BaselineFit]
    /// The houses that each appliance is scored in.
    private let houses: [String: Set<String>]

    /// For the appliances of a run, with what the baselines of each learnt; `timeZone` is the IANA name of the zone
    /// whose days and hours are meant. `kind` says of a name what is known of the appliance.
    package init(
        profile: MetricProfile, appliances: [ApplianceData], fits: [BaselineFit], timeZone: String?,
        kind: (String) -> ApplianceKind = Appliances.kind(named:)
    ) throws(EvaluationError) {
        self.profile = profile
        var clock: LocalClock?
        if let timeZone { clock = try LocalClock(scoring: timeZone) }
        self.clock = clock
        self.fits = fits
        kinds = Dictionary(appliances.map { ($0.appliance, kind($0.appliance)) }) { first, _ in first }
        houses = Dictionary(appliances.map { ($0.appliance, Set($0.test.map(\.house))) }) { first, _ in first }
    }

    /// What is known of one of the run's appliances.
    package func kind(of appliance: String) -> ApplianceKind {
        guard let kind = kinds[appliance] else { preconditionFailure("\(appliance) is none of the run's appliances") }
        return kind
    }

    /// What the baselines of one of the run's appliances learnt.
    func fit(of appliance: String) -> BaselineFit {
        guard let fits = fits.first(where: { $0.appliance == appliance }) else {
            preconditionFailure("\(appliance) has no baselines")
        }
        return fits
    }

    /// The states of the appliances that are in all of `wanted` houses, `appliance` among them at `index`; nil if there
    /// is no other.
    func states(beside appliance: String, houses wanted: Set<String>) -> (states: [PowerStates], index: Int)? {
        let present = fits.filter { wanted.isSubset(of: houses[$0.appliance] ?? []) && $0.statesW != nil }
        guard present.count > 1, let index = present.firstIndex(where: { $0.appliance == appliance }) else {
            return nil
        }
        return (present.map { PowerStates(watts: $0.statesW ?? [0]) }, index)
    }
}
