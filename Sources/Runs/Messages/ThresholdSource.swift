import Support

/// Where the power from which an appliance counts as on comes from.
package enum ThresholdSource: Message, Codable, Equatable {
    case kelly
    case syntheticPulses(amplitudeW: Int)
    /// Of an appliance that is not in the table.
    case unknownAppliance(label: String)
    /// Metric profiles.
    case runMetrics, f1score
    case nilmformer(data: String)
    case setting

    package var text: Text {
        switch self {
        case .kelly: Text(verbatim: "Kelly & Knottenbelt 2015, Neural NILM")
        case .syntheticPulses(let amplitude):
            Text(
                "half of the synthetic pulses' smallest amplitude, \(amplitude) W",
                es: "la mitad de la menor amplitud de los pulsos sintéticos, \(amplitude) W")
        case .unknownAppliance(let label):
            Text(
                "NILMTK's default, as \(label) is not in the table of known appliances",
                es: "el valor por omisión de NILMTK, pues \(label) no está en la tabla de aparatos conocidos")
        case .runMetrics:
            Text(
                "the default of run_metrics in neuralnilm_prototype, neuralnilm/metrics.py",
                es: "el valor por omisión de run_metrics en neuralnilm_prototype, neuralnilm/metrics.py")
        case .f1score:
            Text("f1score in NILMTK's nilmtk/losses.py", es: "f1score de nilmtk/losses.py, de NILMTK")
        case .nilmformer(let data):
            Text(
                "NILMFormer's preprocessing.py for \(data), or this program's table if it has none",
                es: "preprocessing.py de NILMFormer para \(data), o la tabla de este programa si no tiene ninguno")
        case .setting:
            Text("set for this run (on_thresholds)", es: "fijado para esta ejecución (on_thresholds)")
        }
    }
}
