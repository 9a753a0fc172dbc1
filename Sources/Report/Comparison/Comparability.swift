import Figures
import Runs

/// Whether the numbers of a run may be held against those of the first one.
struct Comparability {
    /// Why none of its numbers may; empty if they may.
    let reasons: [String]
    /// By appliance: why that one's numbers may not.
    private let applianceReasons: [String: String]

    init(of run: ComparedRun, with first: ComparedRun) {
        let (data, other) = (run.results.run.data, first.results.run.data)
        var reasons: [String] = []
        if data.sha256 != other.sha256 {
            reasons.append("its data are others (\(data.source), sha256 \(data.sha256.prefix(8))…)")
        }
        if data.periodS != other.periodS {
            reasons.append("its sampling period is \(data.periodS) s and not \(other.periodS) s")
        }
        if run.results.scoring?.profile != first.results.scoring?.profile {
            reasons.append(
                "its metrics have other definitions (\(run.results.scoring?.profile ?? "an earlier version's"))")
        }
        self.reasons = reasons
        var byAppliance: [String: String] = [:]
        for appliance in run.results.appliances {
            guard let reference = first.results.appliances.first(where: { $0.name == appliance.name }) else { continue }
            if appliance.n != reference.n {
                byAppliance[appliance.name] =
                    "\(AmountText.count(appliance.n)) samples were scored and not \(AmountText.count(reference.n))"
            } else if appliance.onThresholdW != reference.onThresholdW || appliance.states != reference.states {
                byAppliance[appliance.name] = "it counts as on by another rule"
            }
        }
        applianceReasons = byAppliance
    }

    /// Why an appliance's numbers may not be compared; nil if they may.
    func reason(for appliance: String) -> String? { reasons.first ?? applianceReasons[appliance] }

    /// What the page says of a run, a sentence.
    func sentence(_ run: ComparedRun, with first: ComparedRun) -> String {
        let names = "Run \(run.label)"
        guard reasons.isEmpty else {
            return "\(names) is not comparable with run \(first.label): \(reasons.joined(separator: "; "))."
        }
        let some = applianceReasons.sorted { $0.key < $1.key }.map { "\($0.key) is not, \($0.value)" }
        return "\(names) is comparable with run \(first.label): same data, sampling period and definitions"
            + (some.isEmpty ? "." : "; but " + some.joined(separator: "; ") + ".")
    }
}
