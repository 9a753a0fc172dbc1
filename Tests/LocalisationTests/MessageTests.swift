import Datasets
import Plots
import Runs
import Scoring
import Support
import Testing

@testable import Pages

/// Texts that are translated by the catalogue.
@Suite("Texts in Spanish") struct MessageTests {
    /// The sentences of one kind, as pages show them.
    struct Kind: CustomTestStringConvertible {
        let testDescription: String
        let sentences: [String]

        init(_ name: String, _ sentences: [String]) {
            testDescription = name
            self.sentences = sentences
        }
    }

    private static let kinds = [
        Kind("profiles of metrics", ProfileText.sentences),
        Kind("names of metrics", Metric.allCases.map(\.fullName)),
        Kind("names of baselines", Baseline.allCases.map(\.name.english)),
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
}

/// What metric profiles say of metrics and of every known appliance, in the sentences of a page.
private enum ProfileText {
    static let sentences = [
        MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmformerREFIT, .nilmtk,
    ].flatMap(sentences(of:))

    private static func sentences(of profile: MetricProfile) -> [String] {
        let definition = profile.definition
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
        return sentences + formulas + states
    }
}
