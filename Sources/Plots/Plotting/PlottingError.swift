/// What can keep a figure from being drawn or written.
package enum PlottingError: Error, Equatable {
    /// The zone is not in the system's time zone database.
    case unknownTimeZone(String)
    /// Text would be set in another font, or in none (`found` is empty).
    case fontMissing(asked: String, found: String)
    /// Cairo's status message.
    case cairo(String)
    /// libpng's error message.
    case png(String)
}

extension PlottingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownTimeZone(let name):
            "unknown time zone \"\(name)\": expected an IANA name such as Europe/London; "
                + "if the name is right, install the system's time zone data (Debian: apt-get install tzdata)"
        case .fontMissing(let asked, let found):
            "font \"\(asked)\" is missing: Cairo would draw with \(found.isEmpty ? "no font" : "\"\(found)\"") instead; "
                + "install it (Debian: apt-get install fonts-dejavu-core)"
        case .cairo(let message): "Cairo could not draw the figure: \(message)"
        case .png(let message): "libpng could not write the figure: \(message)"
        }
    }
}
