import Plots
import Runs
import Support

extension Comparability {
    init(of run: ComparedRun, with first: ComparedRun) { self.init(of: run.results, with: first.results) }

    /// What the page says of a run, a sentence.
    func sentence(_ run: ComparedRun, with first: ComparedRun) -> Text {
        let (own, other) = (run.label, first.label)
        let obstacles = reasons.isEmpty && isNothingComparable ? namedReasons : reasons
        guard obstacles.isEmpty else {
            let all = obstacles.map(\.text).joined(separator: "; ")
            return Text(
                "Run \(own) is not comparable with run \(other): \(all).",
                es: "La ejecución \(own) no es comparable con la \(other): \(all).")
        }
        let some = applianceReasons.sorted { $0.key < $1.key }.map { name, obstacle in
            let reason = obstacle.text
            return Text("\(name) is not, \(reason)", es: "\(name) no lo es, \(reason)")
        }.joined(separator: "; ")
        let but = some.isEmpty ? some : Text("; but \(some)", es: "; pero \(some)")
        return Text(
            "Run \(own) is comparable with run \(other): same data, sampling period and definitions\(but).",
            es:
                "La ejecución \(own) es comparable con la \(other): mismos datos, periodo de muestreo y definiciones\(but)."
        )
    }
}
