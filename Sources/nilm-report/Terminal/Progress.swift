import Foundation
import Networks
import Runs

/// Says on standard error how far a run is.
final class Progress {
    enum Style { case none, plain, line }

    private let style: Style
    private let isVerbose: Bool
    private var lastPlain = -Double.infinity
    private var hasLine = false

    init(style: Style, isVerbose: Bool) {
        self.style = style
        self.isVerbose = isVerbose
    }

    /// A stage has begun.
    func stage(_ text: String) {
        guard style != .none else { return }
        clear()
        Console.log(LogLine(.info, text))
    }

    /// Something only `-v` shows.
    func detail(_ text: String) {
        guard isVerbose, style != .none else { return }
        clear()
        Console.log(LogLine(.info, text), text: "  " + text)
    }

    /// Something a reader must not miss, whatever the style.
    func warning(_ text: String) {
        clear()
        Console.log(LogLine(.warning, text))
    }

    /// A training step is done: one line that is written over on a terminal, elsewhere a line every ten seconds.
    func step(_ p: StepProgress) {
        let rate = p.seconds > 0 ? Double(p.step) / p.seconds : 0
        let left = p.progress > 0 ? p.seconds * (1 - p.progress) / p.progress : 0
        let text =
            "epoch \(p.epoch)/\(p.epochs)  step \(p.step)/\(p.steps)  loss \(Text.significant(p.loss))  "
            + "\(Text.significant(rate)) steps/s  \(Text.duration(left)) left"
        switch style {
        case .none: return
        case .line:
            // Carriage return, the text, and erase to the end of the line.
            Console.errorFragment("\r  \(text)\u{1B}[K")
            hasLine = true
        case .plain:
            guard p.seconds - lastPlain >= 10 || p.seconds < lastPlain else { return }
            lastPlain = p.seconds
            var line = LogLine(.info, text)
            (line.epoch, line.step, line.steps, line.loss, line.seconds) = (p.epoch, p.step, p.steps, p.loss, p.seconds)
            Console.log(line, text: "  " + text)
        }
    }

    /// An epoch is done.
    func epoch(_ epoch: Epoch) {
        guard style != .none else { return }
        clear()
        let text =
            "epoch \(epoch.epoch): loss \(Text.significant(epoch.trainLoss ?? .nan)), "
            + "validation MAE \(Text.significant(epoch.valMaeW ?? .nan)) W, \(Text.duration(epoch.seconds ?? 0))"
        var line = LogLine(.info, text)
        (line.epoch, line.loss, line.seconds) = (epoch.epoch, epoch.trainLoss, epoch.seconds)
        line.validationMaeW = epoch.valMaeW
        Console.log(line, text: "  " + text)
    }

    /// Removes the line that is written over.
    private func clear() {
        guard hasLine else { return }
        Console.errorFragment("\r\u{1B}[K")
        hasLine = false
    }
}
