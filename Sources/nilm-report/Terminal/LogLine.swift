import Foundation
import Runs
import Support

/// A line of `--log-format json`.
struct LogLine: Encodable {
    enum Level: String, Encodable { case info, warning, error }

    /// UTC, ISO 8601.
    var time = UTCTime(seconds: Int(Date().timeIntervalSince1970)).iso8601
    var level: Level
    /// What is said in text, without the word in front that tells its level.
    var message: String
    // Numbers of training, where the line is about it.
    var epoch: Int?
    var step: Int?
    var steps: Int?
    var loss: Double?
    var validationMaeW: Double?
    var seconds: Double?

    init(_ level: Level, _ message: String) {
        self.level = level
        self.message = message
    }

    /// On one line, without its end. Numbers that are none are left out.
    var text: String {
        var line = self
        if let loss, !loss.isFinite { line.loss = nil }
        if let validationMaeW, !validationMaeW.isFinite { line.validationMaeW = nil }
        do throws(JSONFileError) {
            return String(decoding: try JSONFile.bytes(of: line, isCompact: true).dropLast(), as: UTF8.self)
        } catch {
            preconditionFailure("a line is texts and finite numbers, which JSON can hold: \(error)")
        }
    }
}
