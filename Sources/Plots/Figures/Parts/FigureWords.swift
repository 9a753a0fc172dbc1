import Support

/// Words that several figures share.
package enum FigureWords {
    /// Less than meters and models can tell is said so, not counted in zeros.
    static func watts(_ value: Double) -> Text {
        guard value == 0 || abs(value) >= 0.01 else { return Text("under 0.01 W", es: "menos de 0,01 W") }
        return Text(same: "\(NumberText.significant(value)) W")
    }

    /// A number, or that there is none.
    static func number(_ value: Double?, decimals: Int) -> Text {
        value.map { Text(verbatim: NumberText.fixed($0, decimals: decimals)) } ?? none
    }

    static let aggregate = Text("aggregate", es: "total")
    static let truth = Text("truth", es: "valor real")
    static let prediction = Text("prediction", es: "predicción")
    static let aggregateW = Text("aggregate (W)", es: "total (W)")
    static let applianceW = Text("appliance (W)", es: "aparato (W)")
    static let powerW = Text("power (W)", es: "potencia (W)")
    static let maeW = Text("mean absolute error (W)", es: "error absoluto medio (W)")
    static let validationMaeW = Text("validation MAE (W)", es: "MAE de validación (W)")
    static let skill = Text("skill (ratio)", es: "habilidad (cociente)")
    static let skillsTitle = Text(
        "Skill of each run: 1 is perfect, 0 no better than predicting zero",
        es: "Habilidad de cada ejecución: 1 es perfecto, 0 no es mejor que predecir cero")
    static let epoch = Text("epoch", es: "época")

    /// The legend's name of one of several runs.
    static func run(_ label: String) -> Text { Text("run \(label)", es: "ejecución \(label)") }

    /// In the place of a number that there is none of.
    package static let none = Text("n/a", es: "n/d")

    /// `+4.1 %`, with a true minus sign.
    static func signedPercent(_ fraction: Double) -> Text {
        Text(same: "\(NumberText.signed(100 * fraction, digits: 2)) %")
    }
}
