import Support

extension NoticeMessage {
    /// One sentence or a few, with the numbers that made them necessary.
    package var text: Text {
        switch self {
        case .collapsed(let name, let prediction, let truth):
            Text(
                "The model has collapsed: its prediction for \(name) is nearly constant (standard deviation "
                    + "\(MessageNumber.watts(prediction)), the truth's is \(MessageNumber.watts(truth))).",
                es: "El modelo ha colapsado: su predicción para \(name) es casi constante (desviación típica "
                    + "\(MessageNumber.watts(prediction)); la del valor real, \(MessageNumber.watts(truth))).")
        case .notANumber(let name, let step, let epoch):
            Text(
                "Training of \(name) stopped at step \(step): the loss was not a number. The weights are "
                    + "\(epoch == 0 ? "the untrained start" : "those of epoch \(epoch)"). A lower learning rate or "
                    + "normalised power may help.",
                es: "El entrenamiento de \(name) se detuvo en el paso \(step): la pérdida no era un número. Los pesos "
                    + "son \(epoch == 0 ? "los iniciales, sin entrenar" : "los de la época \(epoch)"). Puede ayudar "
                    + "una tasa de aprendizaje menor o normalizar la potencia.")
        case .fewSteps(let name, let steps, let planned):
            Text(
                "The time budget ended the training of \(name) after \(steps) of \(planned) steps: another run, on a "
                    + "faster or a slower machine, has other scores. A longer --budget, or none, lets it learn more.",
                es: "El presupuesto de tiempo terminó el entrenamiento de \(name) tras \(steps) de \(planned) pasos: "
                    + "otra ejecución, en una máquina más rápida o más lenta, tiene otras puntuaciones. Con un "
                    + "--budget mayor, o sin él, puede aprender más.")
        case .calendarLeftOut(let name, let cycles):
            Text(
                "The network of \(name) is not told the place in the "
                    + "\(cycles.map(\.text).joined(separator: " and the place in the ").english), as calendar asks: "
                    + "its training data have no clock, or do not hold two of them.",
                es: "La red de \(name) no conoce el momento dentro de: \(Text.list(cycles.map(\.text))), como pide "
                    + "calendar: sus datos de entrenamiento no tienen reloj o no abarcan dos ciclos.")
        case .worseThanZero(let name, let mae, let zero):
            Text(
                "The model does not beat predicting zero for \(name): its MAE is \(MessageNumber.watts(mae)), that of "
                    + "predicting zero is \(MessageNumber.watts(zero)).",
                es: "El modelo no es mejor que predecir cero para \(name): su MAE es \(MessageNumber.watts(mae)) y la "
                    + "de predecir cero, \(MessageNumber.watts(zero)).")
        case .worseThanBaseline(let name, let mae, let baseline, let best, let source):
            Text(
                "For \(name) a predictor without a network has a lower error: the MAE of \(baseline.name) is "
                    + "\(MessageNumber.watts(best)), the model's is \(MessageNumber.watts(mae)).",
                es: "Para \(name) un predictor sin red tiene un error menor: la MAE de \(baseline.name) es "
                    + "\(MessageNumber.watts(best)); la del modelo, \(MessageNumber.watts(mae)).")
                + Self.fitted(to: source)
        case .alwaysOn(let name, let on, let all):
            Text(
                "\(name) is on in \(MessageNumber.percent(on, of: all)) % of the scored rows: whoever always says on "
                    + "has an F1 of \(Self.mostF1(on, of: all)), so that its F1, precision and recall say nothing.",
                es: "\(name) está encendido en el \(MessageNumber.percent(on, of: all)) % de las filas puntuadas: "
                    + "quien siempre diga encendido tiene una F1 de \(Self.mostF1(on, of: all)), así que su F1, su "
                    + "precisión y su exhaustividad no dicen nada.")
        case .aggregateBelowZero(let name, let rows, let all):
            Text(
                "The aggregate is below 0 W in \(MessageNumber.percent(rows, of: all)) % of \(Self.rows(of: name)), as "
                    + "that of a meter that takes what is fed in off what is drawn: what appliances draw cannot be "
                    + "told from it. Take a meter of what is drawn, or add what is generated.",
                es: "El total es inferior a 0 W en el \(MessageNumber.percent(rows, of: all)) % de "
                    + "\(Self.rows(of: name)), como el de un contador que resta lo que se vierte a lo que se consume: "
                    + "de él no se puede saber lo que consumen los aparatos. Use un contador de consumo o sume lo "
                    + "generado.")
        case .aggregateBelowTruth(let name, let rows, let all):
            Text(
                "The aggregate is below the true power of \(name) in \(MessageNumber.percent(rows, of: all)) % of the "
                    + "rows where it is on: they are not of one house, one time or one unit, or the meter is net of "
                    + "what is generated. The scores may be false.",
                es: "El total es inferior a la potencia real de \(name) en el \(MessageNumber.percent(rows, of: all)) "
                    + "% de las filas en que está encendido: no son de la misma casa, la misma hora o la misma unidad, "
                    + "o el contador descuenta lo generado. Las puntuaciones pueden ser falsas.")
        case .normalised(let name, let largest, let most):
            Text(
                "The predictions of \(name) follow its true power, but are \(String(largest)) at most where that "
                    + "reaches \(String(most)) W: they may be normalised still. Multiply them by the model's scale.",
                es: "Las predicciones de \(name) siguen su potencia real, pero llegan a \(String(largest)) como mucho "
                    + "donde esa alcanza \(String(most)) W: quizá siguen normalizadas. Multiplíquelas por la escala "
                    + "del modelo.")
        case .averaged(let name, let usual, let period):
            Text(
                "\(name) is on for about \(usual) s at a time and a row is \(period) s long: rows average its activations "
                    + "away, so that it can hardly be seen. Readings at a shorter --period would show it.",
                es: "\(name) está encendido unos \(usual) s cada vez y una fila dura \(period) s: la media de una fila "
                    + "borra sus activaciones, de modo que apenas se puede ver. Lecturas con un --period menor lo mostrarían."
            )
        case .smoke:
            Text(
                "This is a smoke run of the preset quick: too short to judge a model by.",
                es: "Esta es una prueba rápida del ajuste quick: demasiado corta para juzgar un modelo.")
        case .trainedOn(let name, let house):
            Text(
                "The model of \(name) was trained on some of the rows of \(HouseName.text(house)) that are scored: its "
                    + "scores say too much. Choose days or houses that it has not seen.",
                es: "El modelo de \(name) se entrenó con algunas de las filas de \(HouseName.text(house)) que se "
                    + "puntúan: sus puntuaciones dicen demasiado. Elija días o casas que no haya visto.")
        case .copied(let scored, let learnt):
            Text(
                "The rows of \(HouseName.text(scored)) are those of \(HouseName.text(learnt)), which the models were "
                    + "trained on, under another name: the scores are of what was learnt from.",
                es: "Las filas de \(HouseName.text(scored)) son las de \(HouseName.text(learnt)), con las que se "
                    + "entrenaron los modelos, con otro nombre: las puntuaciones son de lo aprendido.")
        case .leakage(let message): message.text
        case .leftOut(let message): message.text
        case .remark(let message): message.text
        case .doubt(let message): message.text
        case .notInHouses(let name, let houses):
            Text(
                "\(name) is not in \(HouseName.list(houses)), which it was neither trained nor scored on.",
                es: "\(name) no está en \(HouseName.list(houses)): ahí ni se entrenó ni se puntuó.")
        case .windowsWithGaps(_, let windows, let all, let house, let part):
            Text(
                "\(windows) of \(all) windows of \(HouseName.text(house)), \(part.text) part, were left out "
                    + "because of gaps.",
                es: "\(windows) de \(all) ventanas de \(HouseName.text(house)), parte de \(part.text), se "
                    + "descartaron por tener huecos.")
        case .notPredicted(let name, let rows, let all):
            Text(
                "\(rows) of \(all) rows with a true power of \(name) have no prediction and were not scored.",
                es: "\(rows) de \(all) filas con potencia real de \(name) no tienen predicción y no se puntuaron.")
        case .notPredictedOn(let name, let rows, let all):
            Text(
                "\(rows) of \(all) rows in which \(name) is on have no prediction: what is scored is how it does where "
                    + "it is off.",
                es: "\(rows) de \(all) filas en las que \(name) está encendido no tienen predicción: lo que se puntúa "
                    + "es cómo se comporta cuando está apagado.")
        }
    }

    private static func fitted(to source: Said<BaselinesSource>?) -> Text {
        (source?.text).map { Text(" That predictor is fitted to \($0).", es: " Se ajusta a \($0).") }
            ?? Text(verbatim: "")
    }

    private static func mostF1(_ on: Int, of all: Int) -> String {
        MessageNumber.thousandths(2 * Double(on) / (Double(all) + Double(on)))
    }

    private static func rows(of appliance: String?) -> Text {
        guard let appliance else { return Text("the rows", es: "las filas") }
        return Text("the scored rows of \(appliance)", es: "las filas puntuadas de \(appliance)")
    }
}

extension NoticeMessage.Cycle {
    fileprivate var text: Text {
        switch self {
        case .day: Text("day", es: "día")
        case .week: Text("week", es: "semana")
        }
    }
}
