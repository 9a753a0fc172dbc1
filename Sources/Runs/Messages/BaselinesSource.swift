import Support

/// What baselines are fitted to.
package enum BaselinesSource: Message, Codable, Equatable {
    case trainingPart(places: [Place])
    /// A file of training data beside predictions; nil in a run that was made to be shared.
    case trainingFile(file: String?, places: [Place])
    case scoredRows
    /// A run's own, which was made to be shared.
    case modelsTrainingData

    /// A house with its first and last day, `2013-05-20`; nil for data without a clock.
    package struct Place: Codable, Equatable, Sendable {
        package var house: String
        package var first: String?
        package var last: String?

        package init(house: String, first: String? = nil, last: String? = nil) {
            self.house = house
            self.first = first
            self.last = last
        }

        fileprivate var text: Text {
            let house = HouseName.text(house)
            guard let first, let last else { return house }
            return Text("\(house) (\(first) to \(last))", es: "\(house) (del \(first) al \(last))")
        }
    }

    package var text: Text {
        switch self {
        case .trainingPart(let places):
            Text("the training data, \(Self.list(places))", es: "los datos de entrenamiento: \(Self.list(places))")
        case .trainingFile(let file?, let places):
            Text(
                "the training data, \(file): \(Self.list(places))",
                es: "los datos de entrenamiento, \(file): \(Self.list(places))")
        case .trainingFile(nil, let places):
            Text("the training data: \(Self.list(places))", es: "los datos de entrenamiento: \(Self.list(places))")
        case .scoredRows:
            Text(
                "the scored rows themselves, as no training data were given: they know more than a baseline could",
                es: "las propias filas puntuadas, pues no se dieron datos de entrenamiento: saben más de lo que una "
                    + "referencia podría")
        case .modelsTrainingData: Text("the model's training data", es: "los datos de entrenamiento del modelo")
        }
    }

    private static func list(_ places: [Place]) -> Text { places.map(\.text).joined(separator: ", ") }
}
