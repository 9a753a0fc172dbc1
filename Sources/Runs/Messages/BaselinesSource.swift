import Support

/// What baselines are fitted to, with houses and days as readers meet them.
package enum BaselinesSource: Message {
    case trainingPart(places: String)
    /// A file of training data beside predictions; nil in a run that was made to be shared.
    case trainingFile(String?, places: String)
    case scoredRows
    /// A run's own, which was made to be shared.
    case modelsTrainingData

    package enum Name: CaseIterable {
        case trainingPart, trainingFile, scoredRows, modelsTrainingData
    }

    package var name: Name {
        switch self {
        case .trainingPart: .trainingPart
        case .trainingFile: .trainingFile
        case .scoredRows: .scoredRows
        case .modelsTrainingData: .modelsTrainingData
        }
    }

    package static func samples(of name: Name) -> [BaselinesSource] {
        let places = ["house 1", "house 1 (2013-05-20 to 2013-08-01), house 5 (2014-06-29 to 2014-07-03)"]
        switch name {
        case .trainingPart: return places.map { .trainingPart(places: $0) }
        case .trainingFile: return ["train.csv", nil].map { .trainingFile($0, places: places[1]) }
        case .scoredRows: return [.scoredRows]
        case .modelsTrainingData: return [.modelsTrainingData]
        }
    }

    package var text: String {
        switch self {
        case .trainingPart(let places): "the training data, \(places)"
        case .trainingFile(let file, let places): "the training data\(file.map { ", " + $0 } ?? ""): \(places)"
        case .scoredRows:
            "the scored rows themselves, as no training data were given: they know more than a baseline could"
        case .modelsTrainingData: "the model's training data"
        }
    }
}
