/// Where an appliance's errors are: in which states, in activations of which length, in which windows.
package struct ErrorAnalysis: Codable, Equatable, Sendable {
    /// Samples by true and predicted state.
    package struct Confusion: Codable, Equatable, Sendable {
        package var onAsOn: Int
        package var onAsOff: Int
        package var offAsOn: Int
        package var offAsOff: Int

        package init(onAsOn: Int, onAsOff: Int, offAsOn: Int, offAsOff: Int) {
            self.onAsOn = onAsOn
            self.onAsOff = onAsOff
            self.offAsOn = offAsOn
            self.offAsOff = offAsOff
        }
    }

    /// True activations by how long they last; times the appliance is on as the events' rule tells it.
    package struct DurationScore: Codable, Equatable, Sendable {
        /// Seconds, from this on and below that; nil for no bound.
        package var fromS: Int
        @Nullable package var belowS: Int?
        package var uses: Int
        /// Those in which the prediction is on at some sample.
        package var found: Int
        /// Over the activations' samples.
        package var maeW: Double
        package var truthKwh: Double
        package var predictionKwh: Double

        package init(
            fromS: Int, belowS: Int?, uses: Int, found: Int, maeW: Double, truthKwh: Double, predictionKwh: Double
        ) {
            self.fromS = fromS
            self.belowS = belowS
            self.uses = uses
            self.found = found
            self.maeW = maeW
            self.truthKwh = truthKwh
            self.predictionKwh = predictionKwh
        }
    }

    /// Predicted activations during which the appliance is never truly on.
    package struct FalseActivations: Codable, Equatable, Sendable {
        package var count: Int
        /// Of all predicted activations.
        package var predicted: Int
        package var seconds: Int
        package var predictionKwh: Double

        package init(count: Int, predicted: Int, seconds: Int, predictionKwh: Double) {
            self.count = count
            self.predicted = predicted
            self.seconds = seconds
            self.predictionKwh = predictionKwh
        }
    }

    /// A window of consecutive samples.
    package struct WindowScore: Codable, Equatable, Sendable {
        package var house: String
        /// Unix seconds of the first sample.
        package var start: Int
        package var steps: Int
        package var maeW: Double
        package var truthKwh: Double
        package var predictionKwh: Double

        package init(house: String, start: Int, steps: Int, maeW: Double, truthKwh: Double, predictionKwh: Double) {
            self.house = house
            self.start = start
            self.steps = steps
            self.maeW = maeW
            self.truthKwh = truthKwh
            self.predictionKwh = predictionKwh
        }
    }

    package var confusion: Confusion
    /// Ascending; lengths without an activation are left out.
    package var durations: [DurationScore]
    package var falseUses: FalseActivations
    /// The ten worst by mean absolute error of all windows that follow each other, the worst first.
    package var worstWindows: [WindowScore]

    package init(
        confusion: Confusion, durations: [DurationScore], falseUses: FalseActivations, worstWindows: [WindowScore]
    ) {
        self.confusion = confusion
        self.durations = durations
        self.falseUses = falseUses
        self.worstWindows = worstWindows
    }
}
