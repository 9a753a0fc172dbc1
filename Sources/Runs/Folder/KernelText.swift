import Foundation

/// What the kernel writes in /proc and /sys.
extension String {
    /// The text as a number of bytes, which are none below zero; nil for other words, such as `max`.
    var number: Int? {
        Int(trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The number behind `key` in the line that it begins, as in memory.stat.
    func number(of key: String) -> Int? {
        for line in split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count >= 2, words[0] == key { return String(words[1]).number }
        }
        return nil
    }

    /// Bytes of a line such as `MemAvailable:   23738212 kB`.
    func kibibytes(of key: String) -> Int? {
        let spaced = split(separator: "\t").joined(separator: " ")
        guard let count = spaced.number(of: key + ":") else { return nil }
        let (bytes, isTooMany) = count.multipliedReportingOverflow(by: 1024)
        return isTooMany ? nil : bytes
    }

    /// The first of the two bounds of a line of /proc/self/limits; nil where it is `unlimited`.
    func softLimit(of name: String) -> Int? {
        for line in split(separator: "\n") where line.hasPrefix(name + " ") {
            return line.dropFirst(name.count).split(separator: " ").first.flatMap { String($0).number }
        }
        return nil
    }
}
