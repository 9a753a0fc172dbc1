import Pages
import Plots
import Support
import Testing

@Suite("Catalogues") struct CatalogueTests {
    private static let catalogue = Catalogue(
        """
        A remark.
        =  and 
        :  y 
        = kettle
        : hervidor
        = Kept epoch {} of {}
        : Época {1} de {2}
        = {} is {} than {}
        : {3} frente a {1}: {2}
        = better
        : mejor
        = run {} has {} W
        : la ejecución {1} tiene {2} W
        """, decimalMark: ",")!

    @Test(
        "a text is looked up whole, by its pattern, or in parts outside of brackets",
        arguments: [
            ("kettle", "hervidor"), ("Kept epoch 3 of 8", "Época 3 de 8"),
            ("A is better than kettle", "hervidor frente a A: mejor"),
            ("kettle and kettle", "hervidor y hervidor"), ("kettle, kettle.", "hervidor, hervidor."),
            ("run A has 1.5 W, run B has −2 W", "la ejecución A tiene 1,5 W, la ejecución B tiene −2 W"),
            ("kettle: x", "hervidor: x"),
            ("Kept epoch 3 of 8. run A has 2 W. kettle", "Época 3 de 8. la ejecución A tiene 2 W. hervidor"),
        ])
    func translation(english: String, spanish: String) {
        #expect(Self.catalogue.translation(of: english) == spanish)
    }

    @Test(
        "what is not known is nil",
        arguments: ["", "fridge", "kettles", "Kept epoch  of 8", "(kettle, kettle)", "12.5"])
    func unknown(text: String) {
        #expect(Self.catalogue.translation(of: text) == nil)
    }

    @Test(
        "a file whose lines have no partner, or an entry twice, is none",
        arguments: ["= a\n= b\n: c", "= a", "= a\n: b\n= a\n: c"])
    func broken(file: String) {
        #expect(Catalogue(file, decimalMark: ",") == nil)
    }

    @Test("numbers and dates are as the language writes them, whatever the machine's locale") func numbers() {
        #expect(NumberText.significant(1234.6) == "1235" && NumberText.fixed(-0.25, decimals: 2) == "−0.25")
        Language.spanish.spoken {
            #expect(NumberText.fixed(-0.25, decimals: 2) == "−0,25" && NumberText.significant(38.21) == "38,2")
            #expect(CivilDate(year: 2015, month: 8, day: 3).text.localised == "3 ago 2015")
        }
        #expect(CivilDate(year: 2015, month: 8, day: 3).text.localised == "3 Aug 2015")
    }
}

@Suite("The Spanish catalogue") struct SpanishTests {
    private static let catalogue = Language.spanish.catalogue!

    /// `{1}` and `{{name}}` of a text.
    private static func holes(in text: String, _ pattern: Regex<Substring>) -> [String] {
        text.matches(of: pattern).map { String($0.output) }.sorted()
    }

    @Test(
        "has what notices and verdicts say of doubtful and broken runs",
        arguments: [
            "kettle is on in 99.9 % of the scored rows: whoever always says on has an F1 of 0.999, so that its F1, "
                + "precision and recall say nothing.",
            "The aggregate is below 0 W in 35 % of the scored rows of kettle, as that of a meter that takes what is "
                + "fed in off what is drawn: what appliances draw cannot be told from it. Take a meter of what is "
                + "drawn, or add what is generated.",
            "The aggregate is below the true power of kettle in 66.6 % of the rows where it is on: they are not of one "
                + "house, one time or one unit, or the meter is net of what is generated. The scores may be false.",
            "The time budget ended the training of kettle after 98 of 3750 steps: another run, on a faster or a slower "
                + "machine, has other scores. A longer --budget, or none, lets it learn more.",
            "The training of kettle broke down; see the notices. What is scored of kettle is a network that was not "
                + "trained. The model beats predicting zero for fridge (MAE 20 W, predicting zero 40 W, skill 0.50).",
            "The time budget cut the training of fridge short; see the notices. The aggregate of kettle is doubtful, "
                + "and so are the scores; see the notices. The F1 of fridge says nothing, as it is always on; see the "
                + "notices. The model beats predicting zero for kettle (MAE 8 W, predicting zero 40 W, skill 0.80).",
            "No epoch was kept: the weights are those that training began with. It ended because the loss was not a "
                + "number at step 2.",
            "Kept no epoch; the loss was not a number at step 2",
            "Both losses have all terms and no augmentation or dropout, of a fixed sample of training windows and of "
                + "the validation part",
        ])
    func doubts(sentence: String) throws {
        let translation = try #require(Self.catalogue.translation(of: sentence))
        for word in [" the ", " and ", " of ", "predicting", "notices"] {
            #expect(!translation.contains(word), "\(translation)")
        }
    }

    @Test(
        "has why an appliance is not comparable, alone, behind its name and in the sentences around it",
        arguments: [
            ("9 samples were scored and not 12", "se puntuaron 9 muestras y no 12"),
            ("other times or houses were scored", "se puntuaron otros tiempos u otras casas"),
            ("other times were scored", "se puntuaron otros tiempos"),
            (
                "time, aggregate or truth of the rows that were scored are others",
                "el tiempo, el total o la verdad de las filas puntuadas son otros"
            ),
            ("it counts as on by another rule", "cuenta como encendido por otra regla"),
        ])
    func reasons(english: String, spanish: String) {
        let catalogue = Self.catalogue
        #expect(catalogue.translation(of: english) == spanish)
        #expect(
            catalogue.translation(of: "The runs are not comparable: oven: \(english).")?
                .hasSuffix("comparables: oven: \(spanish).") == true)
        #expect(
            catalogue.translation(of: "Run B is not comparable with run A: oven: \(english).")
                == "La ejecución B no es comparable con la A: oven: \(spanish).")
        #expect(
            catalogue.translation(
                of:
                    "Run B is comparable with run A: same data, sampling period and definitions; but oven is not, "
                    + "\(english)."
            )?
            .hasSuffix("; pero oven no lo es, \(spanish).") == true)
    }

    @Test("fills every gap of an entry and keeps the values of templates") func holes() {
        for key in Self.catalogue.keys {
            guard let text = Self.catalogue.text(of: key) else { continue }
            let gaps = key.components(separatedBy: "{}").count - 1
            #expect(Self.holes(in: text, /\{\d+\}/) == (0..<gaps).map { "{\($0 + 1)}" }.sorted(), "\(key)")
            #expect(Self.holes(in: text, /\{\{[^}]*\}\}/) == Self.holes(in: key, /\{\{[^}]*\}\}/), "\(key)")
        }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        self.split(separator: separator, omittingEmptySubsequences: false)
    }
}
