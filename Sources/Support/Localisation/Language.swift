import CSupport

/// The language that a page is written in. Texts are written in English throughout the program and translated where they
/// reach a page or a figure; files for machines stay as they are.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case spanish = "es"

    /// The reader's language while a page is being drawn.
    @TaskLocal package static var current = Language.english

    /// The mark before a number's decimals.
    package var decimalMark: String {
        switch self {
        case .english: "."
        case .spanish: ","
        }
    }

    /// nil for the language that texts are written in.
    package var catalogue: Catalogue? {
        switch self {
        case .english: nil
        case .spanish: Self.spanishCatalogue
        }
    }

    /// The text in this language; one that the catalogue lacks stays as it is.
    package func translated(_ text: String) -> String { catalogue?.translation(of: text) ?? text }

    /// Does `work` with this as the reader's language.
    package func spoken<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let result: Result<Value, Failure> = Self.$current.withValue(self) {
            do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private static let spanishCatalogue: Catalogue = {
        let file = nilm_catalogue_es()
        let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
        guard let catalogue = Catalogue(text, decimalMark: Self.spanish.decimalMark) else {
            preconditionFailure("languages/es.txt must be lines of \"= English\", each followed by \": Spanish\"")
        }
        return catalogue
    }()
}

extension String {
    /// In the reader's language.
    package var localised: String { Language.current.translated(self) }
}
