import Support

/// What a run spent its time on, as manifests name it.
package enum StageName {
    /// Of `data`, or of `training kettle`; another name stays as it is.
    package static func text(_ stage: String) -> Text {
        let words = stage.split(separator: " ", maxSplits: 1).map(String.init)
        guard let activity = words.first, let spanish = spanish[activity] else { return Text(verbatim: stage) }
        return Text("\(stage)", es: "\(spanish)\(words.count > 1 ? " de \(words[1])" : "")")
    }

    private static let spanish = [
        "data": "datos", "baselines": "referencias", "training": "entrenamiento", "predicting": "predicción",
        "evaluating": "evaluación", "writing": "escritura",
    ]
}
