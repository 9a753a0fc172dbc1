import Support

/// What is left out of a run that is made to be shared; results have the English.
package enum Removal: String, CaseIterable, Message {
    case paths = "paths of files, with the names in them"
    case kernel = "the operating system's kernel"
    case dates = "real dates: all times are moved to begin in the first week of 2001, on the same day of the week"

    package var text: Text { Text("\(rawValue)", es: "\(spanish)") }

    private var spanish: String {
        switch self {
        case .paths: "rutas de archivos, con los nombres que contienen"
        case .kernel: "el núcleo del sistema operativo"
        case .dates:
            "fechas reales: todos los tiempos se desplazan para empezar en la primera semana de 2001, en el mismo día "
                + "de la semana"
        }
    }
}
