import Foundation

extension Dataset {
    /// Without the paths of its files and without real dates: every time is moved so that the first local day falls into
    /// the first week of 2001, on the same day of the week and at the same hour, on a clock that is never set (UTC).
    ///
    /// What stays apart stays so, so that all that is computed of it is the same but for the local hours after a change
    /// to or from summer time. The sha256 of files stay: they say which data they were to whoever has them.
    package func withoutTraces() -> Dataset {
        var dataset = self
        for index in dataset.files.indices { dataset.files[index].path = "file \(index + 1)" }
        guard let timeZone, let first = firstMoment, let zone = TimeZone(identifier: timeZone) else { return dataset }
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(first)))
        let local = first + offset
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        // 1 January 1970 was a Thursday, 1 January 2001 a Monday.
        let weekday = ((day + 3) % 7 + 7) % 7
        let shift = (Self.firstSharedDay + weekday - day) * 86_400 + offset
        dataset.timeZone = "UTC"
        for appliance in dataset.appliances.indices {
            for part in Part.allCases {
                for stretch in dataset.appliances[appliance][part].indices {
                    dataset.appliances[appliance][part][stretch].start += shift
                }
            }
        }
        for house in dataset.preparation.indices {
            dataset.preparation[house].start += shift
            dataset.preparation[house].end += shift
        }
        return dataset
    }

    /// Monday, 1 January 2001, in days since 1970.
    private static let firstSharedDay = 11_323

    private var firstMoment: Int? {
        let stretches = appliances.flatMap { data in Part.allCases.flatMap { data[$0] } }
        return (stretches.map(\.start) + preparation.map(\.start)).min()
    }
}
