import Support

/// Which columns of another program's table are times, the whole house, and each appliance's truth and prediction.
struct PredictionColumns {
    /// What stands behind an appliance's name, longest first where one ends with another.
    private static let truthEndings = ["_ground_truth", "_truth", "_true", "_target", "_actual"]
    private static let predictionEndings = ["_predictions", "_prediction", "_predicted", "_pred", "_estimate"]

    struct Appliance: Equatable {
        /// Canonical.
        var name: String
        var truth: Int
        /// nil in a table of training data.
        var prediction: Int?
    }

    let aggregate: CSVColumns.Sum
    /// In the order of their truths' columns, or of the options.
    let appliances: [Appliance]

    /// A table with predictions, or one of training data. A column with an appliance's own name is its truth, too.
    init(_ table: CSVTable, _ options: PredictionOptions, hasPredictions: Bool) throws(DatasetError) {
        let head = table.head
        let labels = head.names.map { ColumnName($0).label }
        var (truths, predictions): ([(String, Int)], [(String, Int)]) = ([], [])
        for (index, label) in labels.enumerated() {
            if let name = Self.name(in: label, before: Self.predictionEndings) {
                predictions.append((name, index))
            } else if let name = Self.name(in: label, before: Self.truthEndings) {
                truths.append((name, index))
            }
        }
        if !options.truths.isEmpty { truths = try Self.named(options.truths, head, "--csv-truths") }
        if !options.predictions.isEmpty { predictions = try Self.named(options.predictions, head, "--csv-predictions") }
        let taken = (truths + predictions).map(\.1)
        // The other columns are those of any meter's table.
        let others = try CSVColumns(table, options.csv, besides: taken)
        aggregate = others.aggregate
        if options.truths.isEmpty {
            for other in others.appliances where !truths.contains(where: { $0.0 == other.name }) {
                guard !hasPredictions || predictions.contains(where: { $0.0 == other.name }) else { continue }
                truths.append((other.name, other.column))
            }
        }

        var appliances: [Appliance] = []
        for (name, truth) in truths {
            guard !appliances.contains(where: { $0.name == name }) else {
                throw .predictionColumns(
                    file: head.path, problem: "there are two columns with the truth of \(name)")
            }
            let own = predictions.filter { $0.0 == name }.map(\.1)
            if hasPredictions, own.count != 1 {
                throw .predictionColumns(
                    file: head.path,
                    problem: own.isEmpty
                        ? "\(name) has a truth (\(head.names[truth])) but no prediction"
                        : "there are two columns with the prediction of \(name)")
            }
            appliances.append(Appliance(name: name, truth: truth, prediction: own.first))
        }
        if hasPredictions, let (name, column) = predictions.first(where: { all in !truths.contains { $0.0 == all.0 } })
        {
            throw .predictionColumns(
                file: head.path, problem: "\(name) has a prediction (\(head.names[column])) but no truth")
        }
        guard !appliances.isEmpty else {
            throw .predictionColumns(
                file: head.path, problem: hasPredictions ? "there is no appliance" : "there is no appliance's truth")
        }
        self.appliances = appliances
    }

    /// The canonical name in front of one of `endings`.
    private static func name(in label: String, before endings: [String]) -> String? {
        for ending in endings where label.hasSuffix(ending) && label.count > ending.count {
            return Appliances.canonicalName(String(label.dropLast(ending.count)))
        }
        return nil
    }

    /// The columns of `NAME=COLUMN` each.
    private static func named(
        _ words: [String], _ head: TableHead, _ option: String
    ) throws(DatasetError) -> [(String, Int)] {
        var columns: [(String, Int)] = []
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let column = head.column(parts[1]) else {
                throw .noColumn(word, file: head.path, option: option, available: head.names)
            }
            columns.append((Appliances.canonicalName(parts[0]), column))
        }
        return columns
    }
}

/// What a user says of a table of predictions; what is not said is taken from its header.
package struct PredictionOptions: Equatable, Sendable {
    /// The form of the table; appliances are not asked for by it.
    package var csv: CSVOptions
    /// `NAME=COLUMN` each.
    package var truths: [String]
    package var predictions: [String]
    /// IANA name; nil for days of UTC and times that name their zone.
    package var timeZone: String?
    /// What the house is called.
    package var house: String

    package init(
        csv: CSVOptions = CSVOptions(), truths: [String] = [], predictions: [String] = [], timeZone: String? = nil,
        house: String = "house_1"
    ) {
        self.csv = csv
        self.truths = truths
        self.predictions = predictions
        self.timeZone = timeZone
        self.house = house
    }
}
