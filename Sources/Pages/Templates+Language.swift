import Support

extension Templates {
    /// With every text for readers in `language`.
    func translated(into language: Language) -> Templates {
        guard language != .english else { return self }
        var templates = self
        for (name, text) in files where name.hasSuffix(Template.ending) {
            templates.files[name] = TemplateText.changing(text, language.translated)
        }
        if let script = files[Self.scriptName] {
            // What begins like a sentence, and the phrases of `say`.
            let phrases = script.replacing(/say\("([^"\\\n]*)"/) { match in
                "say(\"\(language.translated(String(match.1)))\""
            }
            templates.files[Self.scriptName] = phrases.replacing(/"([A-Z][^"\\\n]*)"/) { match in
                "\"\(language.translated(String(match.1)))\""
            }
        }
        return templates
    }
}

extension TemplateValue {
    /// Values that are not for readers, or that are someone's own words.
    static let verbatim: Set<String> = [
        "style", "script", "policy", "svg", "json", "exact", "sha256", "path", "id", "configuration", "theme", "kind",
        "runID", "created", "tool", "language", "expression", "tensor",
    ]

    /// The texts of a view in the reader's language.
    var localised: TemplateValue {
        guard Language.current != .english else { return self }
        return mapTexts(except: Self.verbatim) { $0.localised }
    }
}
