import Runs

extension BlockScore {
    /// The sums over `samples` of a segment that begins at `start`, in Unix seconds.
    init(
        truth: Signal, prediction: Signal, samples: Range<Int>, house: String, start: Int, periodS: Int
    ) {
        self.init(house: house, start: start + samples.lowerBound * periodS, n: samples.count)
        for index in samples {
            let error = prediction.watts[index] - truth.watts[index]
            absoluteErrorW += abs(error)
            squaredErrorW2 += error * error
            truthW += truth.watts[index]
            predictionW += prediction.watts[index]
            switch (truth.isOn[index], prediction.isOn[index]) {
            case (true, true): onAsOn += 1
            case (true, false): onAsOff += 1
            case (false, true): offAsOn += 1
            case (false, false): break
            }
        }
    }
}
