/// What becomes of the powers of an appliance before they are scored, each for itself.
///
/// All that a page says of energies and errors is of the powers after it: by one definition, that of the run's metric
/// profile.
package struct PowerRule: Codable, Equatable, Sendable {
    /// Powers below this, watts, count as 0; or those up to it if `zeroesBound`.
    package var zeroBelowW: Double?
    package var zeroesBound: Bool
    /// Powers over this, watts, count as this.
    package var limitW: Double?

    package init(zeroBelowW: Double? = nil, zeroesBound: Bool = false, limitW: Double? = nil) {
        self.zeroBelowW = zeroBelowW
        self.zeroesBound = zeroesBound
        self.limitW = limitW
    }

    /// A power as it is scored, watts; what is not a number stays so.
    package func scored(_ watts: Float) -> Float {
        let power = Double(watts)
        if let zeroBelowW, power < zeroBelowW || (zeroesBound && power == zeroBelowW) { return 0 }
        if let limitW, power > limitW { return Float(limitW) }
        return watts
    }
}

extension PredictionSeries {
    /// With powers as they are scored; nil for those that stay as they are.
    package func scored(truth: PowerRule?, prediction: PowerRule?) -> PredictionSeries {
        var series = self
        if let truth { series.truthW = truthW?.map(truth.scored) }
        if let prediction { series.predictionW = predictionW.map(prediction.scored) }
        return series
    }
}
