/// Why predictions could not be scored.
package enum EvaluationError: Error, Equatable {
    case unknownTimeZone(String)
}

extension EvaluationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownTimeZone(let name):
            "this system knows no time zone \"\(name)\": expected an IANA name such as Europe/London; correct the name, "
                + "or install the system's time zone data (tzdata)"
        }
    }
}
