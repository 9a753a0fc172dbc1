import Support

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
