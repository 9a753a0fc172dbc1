import Plots
import Runs
import Support

extension Comparability {
    init(of run: ComparedRun, with first: ComparedRun) { self.init(of: run.results, with: first.results) }

    /// What the page says of a run, a sentence.
    func sentence(_ run: ComparedRun, with first: ComparedRun) -> String {
        let names = "Run \(run.label)"
        guard reasons.isEmpty else {
            return "\(names) is not comparable with run \(first.label): "
                + "\(reasons.map(\.text.english).joined(separator: "; "))."
        }
        if isNothingComparable {
            let all = namedReasons.map(\.text.english)
            return "\(names) is not comparable with run \(first.label): \(all.joined(separator: "; "))."
        }
        let some = applianceReasons.sorted { $0.key < $1.key }.map { "\($0.key) is not, \($0.value.text.english)" }
        return "\(names) is comparable with run \(first.label): same data, sampling period and definitions"
            + (some.isEmpty ? "." : "; but " + some.joined(separator: "; ") + ".")
    }
}
