extension NoticeMessage {
    /// One sentence or a few, with the numbers that made them necessary.
    package var text: String {
        switch self {
        case .collapsed(let name, let prediction, let truth):
            "The model has collapsed: its prediction for \(name) is nearly constant (standard deviation "
                + "\(MessageNumber.watts(prediction)), the truth's is \(MessageNumber.watts(truth)))."
        case .notANumber(let name, let step, let epoch):
            "Training of \(name) stopped at step \(step): the loss was not a number. The weights are "
                + (epoch == 0 ? "the untrained start" : "those of epoch \(epoch)")
                + ". A lower learning rate or normalised power may help."
        case .fewSteps(let name, let steps, let planned):
            "The time budget ended the training of \(name) after \(steps) of \(planned) steps: another run, on a faster "
                + "or a slower machine, has other scores. A longer --budget, or none, lets it learn more."
        case .calendarLeftOut(let name, let cycles):
            "The network of \(name) is not told the place in the \(cycles.joined(separator: " and the place in the ")), as "
                + "calendar asks: its training data have no clock, or do not hold two of them."
        case .worseThanZero(let name, let mae, let zero):
            "The model does not beat predicting zero for \(name): its MAE is \(MessageNumber.watts(mae)), that of predicting zero "
                + "is \(MessageNumber.watts(zero))."
        case .worseThanBaseline(let name, let mae, let baseline, let best, let source):
            "For \(name) a predictor without a network has a lower error: the MAE of \(baseline.name) is "
                + "\(MessageNumber.watts(best)), the model's is \(MessageNumber.watts(mae))."
                + (source.map { " That predictor is fitted to \($0)." } ?? "")
        case .alwaysOn(let name, let on, let all):
            "\(name) is on in \(MessageNumber.percent(on, of: all)) % of the scored rows: whoever always says on has an F1 of "
                + "\(MessageNumber.thousandths(2 * Double(on) / Double(all + on))), so that its F1, precision and recall say nothing."
        case .aggregateBelowZero(let name, let rows, let all):
            "The aggregate is below 0 W in \(MessageNumber.percent(rows, of: all)) % of "
                + (name.map { "the scored rows of \($0)" } ?? "the rows")
                + ", as that of a meter that takes what is fed in off what is drawn: what appliances draw cannot be told "
                + "from it. Take a meter of what is drawn, or add what is generated."
        case .aggregateBelowTruth(let name, let rows, let all):
            "The aggregate is below the true power of \(name) in \(MessageNumber.percent(rows, of: all)) % of the rows where it is "
                + "on: they are not of one house, one time or one unit, or the meter is net of what is generated. The scores "
                + "may be false."
        case .normalised(let name, let largest, let most):
            "The predictions of \(name) follow its true power, but are \(largest) at most where that reaches \(most) W: they "
                + "may be normalised still. Multiply them by the model's scale."
        case .averaged(let name, let usual, let period):
            "\(name) is on for about \(usual) s at a time and a row is \(period) s long: rows average its uses away, so that it "
                + "can hardly be seen. Readings at a shorter --period would show it."
        case .smoke: "This is a smoke run of the preset quick: too short to judge a model by."
        case .trainedOn(let name, let house):
            "The model of \(name) was trained on some of the rows of \(HouseName.text(house)) that are scored: its scores "
                + "say too much. Choose days or houses that it has not seen."
        case .copied(let scored, let learnt):
            "The rows of \(HouseName.text(scored)) are those of \(HouseName.text(learnt)), which the models were trained on, "
                + "under another name: the scores are of what was learnt from."
        case .leakage(let message): message.text
        case .leftOut(let what): what.text
        case .notInHouses(let name, let houses):
            "\(name) is not in \(houses.map(HouseName.text).joined(separator: ", ")), which it was neither trained nor scored "
                + "on."
        case .windowsWithGaps(_, let windows, let all, let house, let part):
            "\(windows) of \(all) windows of \(HouseName.text(house)), \(part) part, were left out because of gaps."
        case .notPredicted(let name, let rows, let all):
            "\(rows) of \(all) rows with a true power of \(name) have no prediction and were not scored."
        case .notPredictedOn(let name, let rows, let all):
            "\(rows) of \(all) rows in which \(name) is on have no prediction: what is scored is how it does where it is off."
        }
    }
}
