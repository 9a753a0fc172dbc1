import Configuration
import Runs
import Support

/// What `--share` leaves out of a run.
enum Sharing {
    /// The time that a shared run says it was made: 1 January 2001, to which its data are moved, too.
    static let created = UTCTime(seconds: 978_307_200)

    /// For the page's footer and results.json.
    static let removed = Removal.allCases.map(\.rawValue)

    /// A configuration that says no path and no date; what is read has to be read before.
    static func cleaned(_ configuration: RunConfiguration) -> RunConfiguration {
        var configuration = configuration
        if let colon = configuration.data.firstIndex(of: ":") {
            configuration.data = configuration.data[..<colon] + ":shared"
        }
        (configuration.from, configuration.to) = (nil, nil)
        return configuration
    }

    /// Baselines that learnt from data of an earlier run, without those data's days.
    static func cleaned(_ fit: BaselineFit) -> BaselineFit {
        var fit = fit
        fit.source = Said(.modelsTrainingData)
        return fit
    }

    /// The system without its kernel, whose name a company may choose.
    static func cleaned(_ provenance: Provenance) -> Provenance {
        var provenance = provenance
        provenance.operatingSystem = String(provenance.operatingSystem.prefix { $0 != "," })
        return provenance
    }
}
