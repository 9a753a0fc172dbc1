import Support

/// What rows are used for.
package enum Part: String, CaseIterable, Codable, Sendable {
    /// The weights and the normalisation are fitted to these.
    case train
    /// The best epoch is chosen on these.
    case validation
    /// The scores are of these.
    case test

    /// As readers meet it.
    package var text: Text {
        switch self {
        case .train: Text("train", es: "entrenamiento")
        case .validation: Text("validation", es: "validación")
        case .test: Text("test", es: "prueba")
        }
    }
}
