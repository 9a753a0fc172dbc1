import Plots
import Runs
import Support

/// Every sentence of a verdict; appliances by name.
package enum VerdictMessage: Message {
    case failedGate(GateResult)
    case failedGates(Int, of: Int)
    /// Metrics by name of the appliance and key.
    case worse(run: String, metrics: [(appliance: String, metric: String)])
    case notComparable(run: String)
    /// nil for a model of no appliance in particular.
    case brokeDown([String?])
    case leaky
    case untrained([String])
    case cutShort([String?])
    case doubtfulAggregate([String?])
    case doubtfulData
    case alwaysOn([String?])
    case nothingScored
    case comparison(beats: [Fare], others: [Fare])
    case undecided([String])

    /// How an appliance fares against predicting zero, watts.
    package struct Fare: Sendable {
        package var appliance: String
        package var maeW: Double
        package var zeroW: Double
        package var skill: Double
    }

    package var text: Text {
        switch self {
        case .failedGate(let gate):
            Text(
                "The gate \(gate.expression) of \(gate.appliance) is not met.",
                es: "No se cumple el límite \(gate.expression) de \(gate.appliance).")
        case .failedGates(let failed, let all):
            Text("\(failed) of \(all) gates are not met.", es: "No se cumplen \(failed) de \(all) límites.")
        case .worse(let run, let metrics):
            Text(
                "It is worse than the earlier run \(run) for \(Self.list(metrics)).",
                es: "Es peor que la ejecución anterior \(run) para \(Self.list(metrics)).")
        case .notComparable(let run):
            Text(
                "It is not comparable with the earlier run \(run).",
                es: "No es comparable con la ejecución anterior \(run).")
        case .brokeDown(let names):
            Text(
                "The training of \(Self.list(names)) broke down; see the notices.",
                es: "El entrenamiento de \(Self.list(names)) fracasó; véanse los avisos.")
        case .leaky:
            Text(
                "Rows were scored that the model learnt from; see the notices.",
                es: "Se puntuaron filas de las que el modelo aprendió; véanse los avisos.")
        case .untrained(let names):
            Text(
                "What is scored of \(Self.list(names)) is a network that was not trained.",
                es: "Lo que se puntúa de \(Self.list(names)) es una red sin entrenar.")
        case .cutShort(let names):
            Text(
                "The time budget cut the training of \(Self.list(names)) short; see the notices.",
                es: "El presupuesto de tiempo cortó el entrenamiento de \(Self.list(names)); véanse los avisos.")
        case .doubtfulAggregate(let names):
            Text(
                "The aggregate of \(Self.list(names)) is doubtful, and so are the scores; see the notices.",
                es: "El total de \(Self.list(names)) es dudoso, y con él las puntuaciones; véanse los avisos.")
        case .doubtfulData:
            Text(
                "The data are doubtful, and so are the scores; see the notices.",
                es: "Los datos son dudosos, y con ellos las puntuaciones; véanse los avisos.")
        case .alwaysOn(let names):
            Text(
                "The F1 of \(Self.list(names)) says nothing, as it is always on; see the notices.",
                es: "La F1 de \(Self.list(names)) no dice nada, pues siempre está encendido; véanse los avisos.")
        case .nothingScored: Text("No appliance was scored.", es: "No se ha puntuado ningún aparato.")
        case .comparison(let beats, let others): Self.comparison(beats, others)
        case .undecided(let names):
            Text(
                "It cannot be judged against predicting zero for \(Self.list(names)), whose true power is zero "
                    + "throughout the test part.",
                es: "No se puede juzgar frente a predecir cero para \(Self.list(names)), cuya potencia real es cero en "
                    + "toda la parte de prueba.")
        }
    }

    private static func comparison(_ beats: [Fare], _ others: [Fare]) -> Text {
        let (better, worse) = (list(beats.map(described)), list(others.map(described)))
        if others.isEmpty {
            return Text(
                "The model beats predicting zero for \(better).",
                es: "El modelo es mejor que predecir cero para \(better).")
        }
        if beats.isEmpty {
            return Text(
                "The model does not beat predicting zero for \(worse).",
                es: "El modelo no es mejor que predecir cero para \(worse).")
        }
        return Text(
            "The model beats predicting zero for \(better) but does not beat predicting zero for \(worse).",
            es: "El modelo es mejor que predecir cero para \(better), pero no para \(worse).")
    }

    /// `kettle (MAE 8.06 W, predicting zero 40.3 W, skill 0.80)`
    private static func described(_ fare: Fare) -> Text {
        let (mae, zero) = (NumberText.significant(fare.maeW, digits: 3), NumberText.significant(fare.zeroW, digits: 3))
        let skill = NumberText.fixed(fare.skill, decimals: 2)
        return Text(
            "\(fare.appliance) (MAE \(mae) W, predicting zero \(zero) W, skill \(skill))",
            es: "\(fare.appliance) (MAE \(mae) W, predecir cero \(zero) W, habilidad \(skill))")
    }

    /// Names that a sentence takes.
    private static let mostListed = 6

    private static func list(_ names: [String]) -> Text { list(names.map(Text.init(verbatim:))) }

    private static func list(_ metrics: [(appliance: String, metric: String)]) -> Text {
        list(metrics.map { "\($0.appliance) (\($0.metric))" })
    }

    private static func list(_ models: [String?]) -> Text {
        list(models.map { $0.map(Text.init(verbatim:)) ?? Text("a model", es: "un modelo") })
    }

    private static func list(_ names: [Text]) -> Text {
        guard names.count > mostListed else { return Text.list(names) }
        let named = names.prefix(mostListed - 1)
        let others = names.count - named.count
        return Text.list(named + [Text("\(others) more", es: "\(others) más")])
    }
}
