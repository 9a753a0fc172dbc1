import Support

/// data/history.csv: one row an epoch and appliance.
package enum History {
    package static let name = "data/history.csv"

    private static let header = [
        "appliance", "epoch", "train_loss", "val_loss", "val_mae_w", "val_f1", "learning_rate", "seconds",
    ]

    package static func bytes(of epochs: [Epoch]) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for epoch in epochs {
            writer.text(epoch.appliance)
            writer.integer(epoch.epoch)
            writer.real(epoch.trainLoss)
            writer.real(epoch.valLoss)
            writer.real(epoch.valMaeW)
            writer.real(epoch.valF1)
            writer.real(epoch.learningRate)
            writer.real(epoch.seconds)
            writer.endRow()
        }
        return writer.bytes
    }
}
