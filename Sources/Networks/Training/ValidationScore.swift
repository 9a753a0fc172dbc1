/// How good predictions of the validation part are, by the metrics that a run reports.
///
/// Epochs are compared by skill plus F1: the mean absolute error alone is lowest, for an appliance that is mostly off,
/// when the network predicts next to nothing.
package struct ValidationScore: Equatable, Sendable {
    /// Mean absolute error, watts.
    package var mae: Double
    /// F1 of the on/off states; nil where it is not defined, as for an appliance that is on in neither.
    package var f1: Double?
    /// 1 - MAE / MAE of predicting zero; nil where that is perfect.
    package var skill: Double?

    package init(mae: Double, f1: Double?, skill: Double?) {
        self.mae = mae
        self.f1 = f1
        self.skill = skill
    }

    /// What predictions get that are no powers.
    static let broken = ValidationScore(mae: .nan, f1: nil, skill: nil)

    /// Skill plus F1, at most 2. Where predicting zero is perfect, minus the error: the smaller, the better. Not a number
    /// for a network that broke down, which is more than nothing.
    var total: Double {
        guard let skill else { return -mae }
        return skill + (f1 ?? 0)
    }
}

/// Scores a prediction a row of each of ``ValidationPart/runs``, watts, all of them numbers.
package typealias ValidationJudge = ([[Float]]) -> ValidationScore
