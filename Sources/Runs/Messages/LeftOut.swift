import Support

/// What a rule of preparation took, where that is more than a hundredth: by the setting that would keep it.
package enum LeftOut: Message, Codable, Equatable {
    case overLimit(share: Share, meter: String, house: String, limitW: Int, setting: String)
    case stuck(share: Share, house: String, limitS: Int)
    case issues(share: Share, house: String)
    case notLater(share: Share, house: String)

    /// So many of all: `12 of 340 (3.5 %)`.
    package struct Share: Codable, Equatable, Sendable {
        package let count: Int
        package let all: Int

        /// nil for a hundredth or less.
        package init?(_ count: Int, of all: Int) {
            guard count * 100 > all, all > 0 else { return nil }
            (self.count, self.all) = (count, all)
        }

        fileprivate var text: Text {
            let tenths = MessageNumber.tenths(count, of: all)
            let percent = "\(tenths / 10).\(tenths % 10)"
            return Text("\(count) of \(all) (\(percent) %)", es: "\(count) de \(all) (\(percent) %)")
        }
    }

    package var text: Text {
        switch self {
        case .overLimit(let share, let meter, let house, let limit, let setting):
            Text(
                "\(share.text) readings of \(meter) in \(HouseName.text(house)) are beyond \(limit) W and were taken "
                    + "for missing (\(setting)).",
                es: "\(share.text) lecturas de \(meter) en \(HouseName.text(house)) superan \(limit) W y se tomaron "
                    + "por ausentes (\(setting)).")
        case .stuck(let share, let house, let limit):
            Text(
                "\(share.text) rows of \(HouseName.text(house)) were taken for missing, as the aggregate repeats one "
                    + "reading for more than \(limit) s (stuck_limit).",
                es: "\(share.text) filas de \(HouseName.text(house)) se tomaron por ausentes, pues el total repite una "
                    + "misma lectura durante más de \(limit) s (stuck_limit).")
        case .issues(let share, let house):
            Text(
                "\(share.text) lines of \(HouseName.text(house)) are marked as wrong by the data set and were left out "
                    + "(issues).",
                es: "\(share.text) líneas de \(HouseName.text(house)) están marcadas como erróneas por los propios "
                    + "datos y se descartaron (issues).")
        case .notLater(let share, let house):
            Text(
                "\(share.text) lines of \(HouseName.text(house)) are not later than the line before and were left out.",
                es: "\(share.text) líneas de \(HouseName.text(house)) no son posteriores a la línea anterior y se "
                    + "descartaron.")
        }
    }
}
