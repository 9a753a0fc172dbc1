import Support

/// Why the training of a network ended, as clauses.
package enum TrainingEndReason: Message, Codable, Equatable {
    case completed(epochs: Int)
    case budget(epoch: Int)
    case notANumber(step: Int)

    package var text: Text {
        switch self {
        case .completed(let epochs): Text("all \(epochs) epochs were run", es: "se hicieron las \(epochs) épocas")
        case .budget(let epoch):
            Text(
                "the time budget was used up in epoch \(epoch)",
                es: "el tiempo disponible se agotó en la época \(epoch)")
        case .notANumber(let step):
            Text("the loss was not a number at step \(step)", es: "la pérdida no fue un número en el paso \(step)")
        }
    }
}
