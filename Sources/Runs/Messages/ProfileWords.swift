import Support

/// What metric profiles say of themselves; results have the English.
package enum ProfileWords: String, Message {
    case own = "nilm-report's own definitions"
    case kelly = "Kelly & Knottenbelt 2015, Neural NILM (neuralnilm_prototype, neuralnilm/metrics.py)"
    case bert4nilm = "Yue et al. 2020, BERT4NILM (dataset.py, trainer.py and utils.py)"
    case nilmformerUKDALE = """
        Petralia et al. 2025, NILMFormer (src/helpers/metrics.py, preprocessing.py and trainer.py), with its parameters for \
        UK-DALE; an appliance that it has none for has those of this program
        """
    case nilmformerREFIT = """
        Petralia et al. 2025, NILMFormer (src/helpers/metrics.py, preprocessing.py and trainer.py), with its parameters for \
        REFIT; an appliance that it has none for has those of this program
        """
    case nilmtk = "Batra et al. 2019, NILMTK (nilmtk/losses.py)"
    case pooled = "pooled over all scored samples of the test part"
    case events = """
        An event is the first sample of an activation that follows a sample off, in a segment without gaps. A true and a predicted \
        event match if they are at most the tolerance apart; in time order, one to one.
        """

    package var text: Text { Text("\(rawValue)", es: "\(spanish)") }

    private var spanish: String {
        switch self {
        case .own: "definiciones propias de nilm-report"
        case .kelly, .nilmtk: rawValue
        case .bert4nilm: "Yue et al. 2020, BERT4NILM (dataset.py, trainer.py y utils.py)"
        case .nilmformerUKDALE: Self.nilmformer("UK-DALE")
        case .nilmformerREFIT: Self.nilmformer("REFIT")
        case .pooled: "sobre todas las muestras puntuadas de la parte de prueba"
        case .events:
            "Un evento es la primera muestra de una activación tras una muestra apagada, en un tramo sin huecos. Un evento "
                + "real y uno predicho coinciden si distan como máximo la tolerancia; por orden de tiempo, uno a uno."
        }
    }

    private static func nilmformer(_ data: String) -> String {
        "Petralia et al. 2025, NILMFormer (src/helpers/metrics.py, preprocessing.py y trainer.py), con sus parámetros "
            + "para \(data); un aparato para el que no tiene ninguno lleva los de este programa"
    }
}
