import Datasets
import Plots
import Runs
import Scoring
import Support
import Testing

@testable import Pages

/// Every sentence of every message. A new one is in none of the lists of sentences below, but in its message's samples: the
/// compiler asks for them.
@Suite("Messages in Spanish") struct MessageTests {
    /// The sentences of one kind of message, as pages show them.
    struct Kind: CustomTestStringConvertible {
        let testDescription: String
        let sentences: [String]

        init<Sentences: Message>(_ kind: Sentences.Type, _ shown: (String) -> String = { $0 }) {
            testDescription = "\(kind)"
            sentences = kind.samples.map { shown($0.text) }
        }

        init(_ name: String, _ sentences: [String]) {
            testDescription = name
            self.sentences = sentences
        }
    }

    private static let kinds = [
        Kind(NoticeMessage.self), Kind(VerdictMessage.self), Kind(FindingMessage.self), Kind(HouseFinding.self),
        Kind(HouseFinding.self) { "house 1: " + $0 }, Kind(DataRemark.self), Kind(DataRemark.self) { "house 1: " + $0 },
        Kind(DataDoubt.self), Kind(LeakageMessage.self), Kind(LeftOut.self), Kind(InspectionMessage.self),
        Kind(Obstacle.self), Kind(Obstacle.self) { "The runs are not comparable: \($0)." },
        Kind(Obstacle.self) { "Run B is not comparable with run A: \($0)." }, Kind(BaselineNote.self),
        Kind(ChangeReason.self), Kind(ChangeReason.self) { "none: " + $0 }, Kind(UndefinedReason.self),
        Kind(AbsenceReason.self), Kind(AbsenceReason.self) { "There is no edge pairing: \($0)." },
        Kind(AbsenceMessage.self), Kind(BaselinesSource.self),
        Kind(BaselinesSource.self) { "The baselines are fitted to \($0)." }, Kind(TrainingEndReason.self),
        Kind(TrainingEndReason.self) { "The weights of epoch 3 were kept. Training ended because \($0)." },
        Kind(TrainingEndReason.self) {
            "No epoch was kept: the weights are those that training began with. It ended because \($0)."
        }, Kind(TrainingEndReason.self) { "Kept epoch 3; \($0)" }, Kind(ProfileText.self),
        Kind("labels of notices", Notice.Kind.allCases.map(VerdictView.label)),
        Kind("what a page leaves out", PageReduction.allCases.map(\.remark.reason)),
        Kind("names of metrics", Metric.allCases.map(\.fullName)),
        Kind("names of baselines", Baseline.allCases.map(\.name)),
    ]

    @Test("leave no English word", arguments: kinds) func translated(kind: Kind) {
        #expect(!kind.sentences.isEmpty)
        let left = kind.sentences.compactMap { sentence in
            let text = Language.spanish.translated(sentence)
            let words = EnglishWords.left(in: text)
            return words.isEmpty && text != sentence
                ? nil : "= \(sentence)\n: \(text)    (\(words.joined(separator: " ")))"
        }
        #expect(left.isEmpty, "add to languages/es.txt:\n\(left.joined(separator: "\n"))")
    }

    @Test("are found out when they are not translated") func untranslated() {
        #expect(EnglishWords.left(in: "kettle_truth: las 3 rows of --csv-unit.") == ["rows", "of"])
        #expect(EnglishWords.left(in: "no lo es, error a 2 W").isEmpty)
    }

    @Test("of a verdict are translated together, too") func verdicts() {
        let sentence = VerdictMessage.Name.allCases.compactMap { VerdictMessage.samples(of: $0).first?.text }.joined(
            separator: " ")
        #expect(EnglishWords.left(in: Language.spanish.translated(sentence)) == [])
    }
}

/// What metric profiles say of metrics and of every known appliance, in the sentences of a page.
private struct ProfileText: Message {
    enum Name: String, CaseIterable {
        case standard, kelly, bert4nilm, nilmformer, nilmformerREFIT, nilmtk

        var profile: MetricProfile {
            switch self {
            case .standard: .standard
            case .kelly: .kelly
            case .bert4nilm: .bert4nilm
            case .nilmformer: .nilmformer
            case .nilmformerREFIT: .nilmformerREFIT
            case .nilmtk: .nilmtk
            }
        }
    }

    let name: Name
    let text: String

    static func samples(of name: Name) -> [ProfileText] {
        let (profile, definition) = (name.profile, name.profile.definition)
        let sentences = [
            "Metric profile \(definition.profile): \(definition.source). Metrics are \(definition.averaging).",
            "Metric profile \(definition.profile): \(definition.source). \(definition.events)",
        ]
        // A formula of symbols alone is none to translate.
        let formulas = definition.formulas.values.filter { !EnglishWords.left(in: $0).isEmpty }
        let kinds = Appliances.table + [Appliances.kind(named: "kettle_radio")]
        let states = kinds.flatMap { kind -> [String] in
            let rules = profile.rules(for: kind)
            let words = rules.words(periodS: 6)
            return [
                "\(kind.name): 12.5 W (\(rules.thresholdSource)).",
                "1200 samples were scored; the appliance is on in 30 of them. Truth: \(words.truth). "
                    + "Prediction: \(words.prediction).",
                "1200 samples were scored; the appliance is on in 30 of them. Truth and prediction: \(words.truth).",
                "Events: the beginnings of uses (\(words.events)), found within \(words.eventToleranceS) s.",
            ]
        }
        return (sentences + formulas + states).map { ProfileText(name: name, text: $0) }
    }
}
