import Support

/// The parts of data as readers meet them.
package enum PartName {
    /// Of `train`, `validation` and `test`; another word stays as it is.
    package static func text(_ part: String) -> Text {
        switch part {
        case "train": Text("train", es: "entrenamiento")
        case "validation": Text("validation", es: "validación")
        case "test": Text("test", es: "prueba")
        default: Text(verbatim: part)
        }
    }
}
