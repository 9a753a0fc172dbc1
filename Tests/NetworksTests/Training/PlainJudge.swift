import Datasets

@testable import Networks

/// A judge that counts single samples: on from 250 W.
func plainJudge(_ part: ValidationPart) -> ValidationJudge {
    let truth = part.runs.flatMap(\.truth)
    let zero = truth.reduce(0) { $0 + abs(Double($1)) }
    return { predictions in
        var (sum, both, wrong) = (0.0, 0, 0)
        for (prediction, truth) in zip(predictions.joined(), truth) {
            sum += abs(Double(prediction) - Double(truth))
            switch (truth >= 250, prediction >= 250) {
            case (true, true): both += 1
            case (false, false): break
            default: wrong += 1
            }
        }
        return ValidationScore(
            mae: sum / Double(truth.count), f1: both + wrong > 0 ? 2 * Double(both) / Double(2 * both + wrong) : nil,
            skill: zero > 0 ? 1 - sum / zero : nil)
    }
}
