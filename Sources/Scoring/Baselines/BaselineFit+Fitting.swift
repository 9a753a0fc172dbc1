import Datasets
import Runs
import Support

extension BaselineFit {
    /// Fits the baselines of `kind` to `train`, whose rows without truth are left out.
    ///
    /// `others` are the training parts of the run's other appliances, whose power is no part of the base load. `source`
    /// says which data they are. `timeZone` is the IANA name of the zone whose hours are meant; nil for data
    /// without a clock.
    package init(
        fittedTo train: [Segment], beside others: some Sequence<[Segment]> = [[Segment]](), kind: ApplianceKind,
        source: BaselinesSource,
        timeZone: String?
    ) throws(EvaluationError) {
        self.init(appliance: kind.name, source: Said(source), meanW: Self.mean(of: train))
        if let timeZone {
            let clock = try LocalClock(scoring: timeZone)
            hourlyW = HourlyMean(fittedTo: train, clock: clock)?.means
            if hourlyW == nil { absent.append(AbsentBaseline(.hourly, because: .noReading)) }
        } else {
            absent.append(AbsentBaseline(.hourly, because: .noClock))
        }
        if let pairing = EdgePairing(fittedTo: train) {
            edges = Edges(powerW: pairing.power, longestS: pairing.longest)
        } else {
            absent.append(
                AbsentBaseline(
                    .edges, because: .noEdges))
        }
        statesW = PowerStates(fittedTo: train, onThreshold: kind.onThreshold).watts
        baseLoadW = BaseLoad.watts(of: train, beside: others)
    }

    /// The appliance's mean power, watts, over the rows with a reading; 0 without one.
    private static func mean(of train: [Segment]) -> Double {
        var (sum, count) = (0.0, 0)
        for segment in train {
            for watts in segment.truth where !watts.isNaN {
                sum += Double(watts)
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : 0
    }
}
