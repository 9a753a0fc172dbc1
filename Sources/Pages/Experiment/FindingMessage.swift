import Plots
import Support

/// How a model does against the first one of an experiment: it is said plainly when there is nothing between them.
enum FindingMessage: Message {
    case noSharedAppliance(model: String, first: String)
    /// `ratio` is of the median errors on the median appliance; `better` appliances have a smaller one.
    case difference(Judgement, model: String, first: String, ratio: Double, better: Int, of: Int)
    case tooShort
    case certain(Int, of: Int)
    case oneSeed

    enum Judgement: String, CaseIterable {
        case behind = "is behind"
        case perhapsBehind = "may be behind"
        case ahead = "is ahead of"
        case perhapsAhead = "may be ahead of"
        case none
    }

    enum Name: CaseIterable {
        case noSharedAppliance, difference, tooShort, certain, oneSeed
    }

    var name: Name {
        switch self {
        case .noSharedAppliance: .noSharedAppliance
        case .difference: .difference
        case .tooShort: .tooShort
        case .certain: .certain
        case .oneSeed: .oneSeed
        }
    }

    static func samples(of name: Name) -> [FindingMessage] {
        switch name {
        case .noSharedAppliance: [.noSharedAppliance(model: "conv", first: "nilm")]
        case .difference:
            Judgement.allCases.map {
                .difference($0, model: "conv", first: "nilm", ratio: 1.18, better: 1, of: 3)
            }
        case .tooShort: [.tooShort]
        case .certain: [.certain(1, of: 3)]
        case .oneSeed: [.oneSeed]
        }
    }

    var text: String {
        switch self {
        case .noSharedAppliance(let model, let first): "\(model) and \(first) have no appliance in common."
        case .difference(let judgement, let model, let first, let ratio, let better, let all):
            (judgement == .none
                ? "There is nothing to choose between \(model) and \(first)"
                : "\(model) \(judgement.rawValue) \(first)")
                + ": its median error is \(NumberText.fixed(ratio, decimals: 2)) times as large on the median appliance, "
                + "and smaller for \(better) of \(all)."
        case .tooShort: "The test parts are too short to tell that from chance."
        case .certain(let certain, let all):
            "The difference is certain (its 95 % interval over days is without zero) for \(certain) of \(all)."
        case .oneSeed: "With one seed a few per cent mean nothing."
        }
    }
}
