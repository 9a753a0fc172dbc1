/// What a page of one file may have, that loads, sends and runs nothing from elsewhere and stays where it is: judged on the
/// page as a browser takes it apart, by what is allowed and not by what is known to be bad.
package struct PageRules: Sendable {
    /// The content security policies that the page may have.
    private let policies: [String]
    /// The texts of its only style sheet and its only script.
    private let style: String
    private let script: String
    /// Whether there is something to lead to at a path relative to the page; nil where that can't be known yet.
    private let hasFile: (@Sendable (String) -> Bool)?

    /// `earlier`: the policies of pages of earlier versions that will do as well.
    package init(
        policy: String, earlier: [String] = [], style: String, script: String,
        hasFile: (@Sendable (String) -> Bool)? = nil
    ) {
        policies = [policy] + earlier
        self.style = style
        self.script = script
        self.hasFile = hasFile
    }

    /// What breaks the rules, in the order of the page.
    package func problems(of page: ParsedPage) -> [PageProblem] {
        // A parser that goes on after a mistake may read another page than the reader's browser.
        var problems = page.mistakes.prefix(1).map { offset in
            PageProblem(offset: offset, text: "this is no valid HTML, which browsers may read each in another way")
        }
        var styles = 0
        var scripts = 0
        var hasPolicy = false
        for element in page.elements {
            let known = element.isDrawing ? Self.drawn : Self.elements
            func report(_ text: String) {
                problems.append(PageProblem(offset: element.offset, text: "<\(element.name)>: \(text)"))
            }
            guard known.contains(element.name) else {
                report("a page has no such element: it has none that loads, sends, moves or runs something")
                continue
            }
            switch (element.name, element.isDrawing) {
            case ("meta", false):
                let isPolicy = policies.contains { element == Self.policy($0) }
                if isPolicy { hasPolicy = true }
                if !isPolicy, !Self.metas.contains(where: { element.hasAttributes($0) }) {
                    report("a page has no meta elements but those of the program's own head.mustache")
                }
                if element.parent != "head" { report("stands in the head") }
                continue
            case ("style", false):
                styles += 1
                if element.content != style { report("the page's only style sheet is style.css, as {{{style}}}") }
                if !hasPolicy { report("the content security policy stands before it") }
            case ("script", false) where element["type"] != nil:
                if element["type"] != "application/json" { report("the only type is application/json") }
            case ("script", false):
                scripts += 1
                if element.content != script { report("the page's only script is report.js, as {{{script}}}") }
                if !hasPolicy { report("the content security policy stands before it") }
            default: break
            }
            for attribute in element.attributes {
                if let problem = problem(of: attribute, in: element) { report(problem) }
            }
        }
        if styles > 1 || scripts > 1 {
            problems.append(PageProblem(offset: 0, text: "a page has one style sheet and one script"))
        }
        if !hasPolicy {
            problems.append(
                PageProblem(offset: 0, text: "the content security policy is not that of its style and script"))
        }
        return problems
    }

    private func problem(of attribute: (name: String, value: String), in element: ParsedPage.Element) -> String? {
        let (name, value) = attribute
        switch name {
        case "style": return "\(name)= is blocked by the page's policy; use a class and style.css"
        case "href", "xlink:href":
            if value.hasPrefix("#") { return nil }
            guard element.name == "a", !element.isDrawing, let path = Self.path(value) else {
                return "\(name)=\"\(value)\" leads elsewhere: a page leads to its own parts and to files beside it"
            }
            return hasFile?(path) ?? true ? nil : "\(name)=\"\(value)\" leads to no file of this run"
        case _ where name.hasPrefix("on"): return "\(name)= is blocked by the page's policy; use report.js"
        case _ where name.hasPrefix("aria-") || name.hasPrefix("data-") || Self.attributes.contains(name): return nil
        case _ where element.isDrawing && Self.drawnAttributes.contains(name):
            // What could name something; paths are most of a page.
            guard value.utf8.contains(where: { "(\\:".utf8.contains($0) }) else { return nil }
            let problems = SourceRules.problems(in: value, file: "attribute.css")
            return problems.first.map { "\(name)=\"\(value)\": \($0.text)" }
        default: return "\(name)= is no attribute of a page"
        }
    }

    /// Where the page of one appliance leads back to: the only path that is not below its page's folder.
    package static let home = "../report.html"

    /// A path relative to the page and below its folder, or ``home``, without a part's name; nil for all else.
    package static func path(_ link: String) -> String? {
        let path = link.prefix { $0 != "#" }
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/", "%", "+", ",", "=", "@", "(", ")": true
            default:
                scalar.value > 0xA0 && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
            }
        }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard isPlain, path == home || steps.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
        return String(path)
    }

    private static func policy(_ policy: String) -> ParsedPage.Element {
        ParsedPage.Element(
            name: "meta", isDrawing: false,
            attributes: [("http-equiv", "Content-Security-Policy"), ("content", policy)], parent: "head", content: "",
            offset: 0)
    }

    private static let metas: [[(String, String)]] = [
        [("charset", "utf-8")],
        [("name", "viewport"), ("content", "width=device-width, initial-scale=1")],
        [("name", "generator"), ("content", "nilm-report")],
        [("name", "color-scheme"), ("content", "light dark")],
        [("name", "referrer"), ("content", "no-referrer")],
    ]

    private static let elements: Set<String> = [
        "html", "head", "meta", "title", "style", "script", "body", "header", "footer", "main", "nav", "section",
        "article", "aside", "hgroup", "address", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "ul", "ol",
        "li",
        "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "figure",
        "figcaption", "details", "summary", "a", "strong", "em", "b", "i", "u", "s", "small", "mark", "code", "pre",
        "kbd", "samp", "var", "abbr", "dfn", "br", "wbr", "hr", "time", "data", "sup", "sub", "q", "blockquote", "cite",
        "del", "ins", "bdi", "bdo", "progress", "meter", "fieldset", "legend", "button", "input", "label", "select",
        "option", "optgroup", "output",
    ]

    private static let drawn: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title",
        "desc",
        "defs", "clippath", "mask", "marker", "symbol", "use", "lineargradient", "radialgradient", "stop", "pattern",
    ]

    private static let attributes: Set<String> = [
        "id", "class", "lang", "dir", "title", "role", "tabindex", "hidden", "translate", "open", "type", "name",
        "value",
        "min", "max", "step", "for", "checked", "selected", "disabled", "multiple", "size", "placeholder", "label",
        "colspan", "rowspan", "span", "scope", "headers", "abbr", "datetime", "start", "reversed", "low", "high",
        "optimum", "xmlns", "xmlns:xlink",
    ]

    private static let drawnAttributes: Set<String> = [
        "viewbox", "preserveaspectratio", "width", "height", "x", "y", "x1", "y1", "x2", "y2",
        "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "dx", "dy", "points", "rotate", "pathlength", "textlength",
        "lengthadjust", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
        "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "opacity",
        "color", "visibility", "display", "overflow", "clip-path", "clip-rule", "clippathunits", "mask", "maskunits",
        "maskcontentunits", "marker-start", "marker-mid", "marker-end", "markerwidth", "markerheight", "markerunits",
        "orient", "refx", "refy", "gradientunits", "gradienttransform", "spreadmethod", "offset", "stop-color",
        "stop-opacity", "patternunits", "patterncontentunits", "patterntransform", "font-family", "font-size",
        "font-weight", "font-style", "font-variant", "letter-spacing", "word-spacing", "text-anchor", "text-decoration",
        "dominant-baseline", "alignment-baseline", "baseline-shift", "shape-rendering", "text-rendering",
        "image-rendering", "vector-effect", "paint-order", "focusable", "xml:space",
    ]
}

extension ParsedPage.Element {
    fileprivate func hasAttributes(_ expected: [(String, String)]) -> Bool {
        attributes.count == expected.count && expected.allSatisfy { self[$0.0]?.lowercased() == $0.1 }
    }
}
