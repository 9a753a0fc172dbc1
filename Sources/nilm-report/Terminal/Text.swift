import Foundation

/// Numbers for people, without a locale.
enum Text {
    /// Four significant digits.
    static func significant(_ value: Double) -> String {
        value.isFinite ? String(format: "%.4g", value) : "not a number"
    }

    /// `42 s`, `3 min 05 s`, `1 h 02 min`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "?" }
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<10: return String(format: "%.1f s", seconds)
        case ..<60: return "\(whole) s"
        case ..<3600: return "\(whole / 60) min \(String(format: "%02d", whole % 60)) s"
        default: return "\(whole / 3600) h \(String(format: "%02d", whole % 3600 / 60)) min"
        }
    }

    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<(1 << 20): "\((count + 1023) / 1024) KiB"
        case ..<(1 << 30): String(format: "%.1f MiB", Double(count) / 1_048_576)
        default: String(format: "%.1f GiB", Double(count) / 1_073_741_824)
        }
    }
}
