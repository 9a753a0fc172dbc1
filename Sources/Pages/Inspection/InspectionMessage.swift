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

    package var text: Text {
        let watts = { (value: Double) in
            let number = NumberText.significant(value)
            return Text(same: "\(number) W")
        }
        return switch self {
        case .noAggregateLabel:
            Text(
                "No label names the whole house's meter, such as aggregate or mains.",
                es: "Ninguna etiqueta nombra el contador de toda la casa, como aggregate o mains.")
        case .aggregateOnly:
            Text(
                "There is the whole house's power only: it can be predicted on, not trained on or scored.",
                es: "Solo está la potencia de toda la casa: sirve para predecir, no para entrenar ni evaluar.")
        case .noFile(let missing, let all, let first, let others):
            Text(
                "\(missing) of \(all) labelled appliances have no file here: \(first.joined(separator: ", "))"
                    + "\(others > 0 ? " and \(others) others" : "").",
                es: "\(missing) de \(all) aparatos con etiqueta no tienen archivo aquí: "
                    + "\(first.joined(separator: ", "))\(others > 0 ? " y otros \(others)" : "").")
        case .addedUp(let name, let meters):
            Text(
                "\(name) is what \(meters.count) meters have, which are added up: \(meters.joined(separator: ", ")).",
                es: "\(name) es lo que miden \(meters.count) contadores, que se suman: "
                    + "\(meters.joined(separator: ", ")).")
        case .notTakenFor(let label, let appliances, let name):
            Text(
                "\(label) is not taken for \(appliances.joined(separator: " or ")), as it is something else too or "
                    + "another one; ask for it as \(name).",
                es: "\(label) no se toma por \(appliances.joined(separator: " o ")), pues es también otra cosa u otro "
                    + "aparato; se pide como \(name).")
        case .glitches(let meter, let count, let limit, let largest):
            Text(
                "\(meter) has \(count) \(count == 1 ? "reading" : "readings") beyond \(watts(limit)), up to "
                    + "\(watts(largest)): taken for missing.",
                es: "\(meter) tiene \(count) \(count == 1 ? "lectura" : "lecturas") de más de \(watts(limit)), "
                    + "\(count == 1 ? "de" : "hasta") \(watts(largest)): "
                    + "\(count == 1 ? "se da por ausente" : "se dan por ausentes").")
        case .repeatsReadings(let meter, let sampling, let period):
            Text(
                "\(meter) is read every \(sampling) s: rows of \(period) s repeat readings, --period \(sampling) would "
                    + "not.",
                es: "\(meter) se lee cada \(sampling) s: las filas de \(period) s repiten lecturas; con --period "
                    + "\(sampling) no lo harían.")
        case .stuck(let meter, let rows, let all, let limit):
            Text(
                "\(rows) of \(all) rows are taken for missing, as \(meter) repeats one reading for more than \(limit) "
                    + "s (--stuck-limit).",
                es: "\(rows) de \(all) filas se dan por ausentes, pues \(meter) repite una misma lectura durante más "
                    + "de \(limit) s (--stuck-limit).")
        case .neverOn(let meter, let most, let threshold):
            Text(
                "\(meter) is never on: it draws \(watts(most)) at most, and is on from \(watts(threshold)).",
                es: "\(meter) nunca está encendido: consume \(watts(most)) como mucho, y está encendido desde "
                    + "\(watts(threshold)).")
        }
    }
}
