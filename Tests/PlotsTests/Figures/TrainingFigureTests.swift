import Runs
import Support
import Testing

@testable import Plots

@Suite("Figures of training and errors")
struct TrainingFigureTests {
    private func training(_ epochs: [Epoch], best: Int? = 1) -> RunContents {
        var contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 1, heads: 1, fineCells: 8, coarseCells: 8)
        let kept =
            best.map {
                [BestEpoch(appliance: "pulses", epoch: $0, stopped: .completed(epochs: 1), zeroMaeW: 81.3)]
            } ?? []
        contents.results.training = TrainingSummary(
            steps: 1, secondsPerStep: 1, peakRssBytes: 1, epochs: epochs, best: kept)
        return contents
    }

    private func epoch(
        _ number: Int, _ loss: Double?, validation: Double?, mae: Double? = 20, rate: Double = 1e-3
    ) -> Epoch {
        Epoch(
            appliance: "pulses", epoch: number, trainLoss: loss, valLoss: validation, valMaeW: mae, learningRate: rate,
            seconds: 1)
    }

    private func texts(_ figure: Figure) -> [String] {
        let canvas = RecordingCanvas()
        figure.scene.draw(on: canvas)
        return canvas.texts
    }

    @Test("the learning rate has a panel only where it varies")
    func rate() throws {
        let constant = training([epoch(1, 0.2, validation: 0.3), epoch(2, 0.1, validation: 0.2)])
        let varying = training([epoch(1, 0.2, validation: 0.3), epoch(2, 0.1, validation: 0.2, rate: 5e-4)])
        #expect(!texts(try #require(Figures.training(constant.results).first?.figure)).contains("learning rate"))
        #expect(texts(try #require(Figures.training(varying.results).first?.figure)).contains("learning rate"))
    }

    @Test("an epoch whose loss was no number is said")
    func notANumber() throws {
        let contents = training([epoch(1, 0.2, validation: 0.3), epoch(2, nil, validation: nil, mae: nil)])
        let figure = try #require(Figures.training(contents.results).first?.figure)
        #expect(texts(figure).contains("The loss was not a number in epoch 2"))
    }

    @Test("without any number there is no figure, and a reason")
    func nothing() {
        let contents = training([epoch(1, nil, validation: nil, mae: nil)])
        #expect(Figures.training(contents.results).first?.figure == nil)
        #expect(Figures.training(contents.results).first?.absence?.reason.text.english.contains("pulses") == true)
    }

    @Test("one epoch is enough, and its numbers stand in the sentence")
    func oneEpoch() throws {
        let contents = training([epoch(1, 0.25, validation: 0.5)])
        let figure = try #require(Figures.training(contents.results).first?.figure)
        #expect(
            figure.description.english
                == "pulses, kept epoch 1 of 1: training loss 0.25, validation loss 0.5, validation MAE "
                + "20 W, predicting zero has an MAE of 81.3 W on the validation part.")
    }

    @Test("where no epoch was kept, none is marked, and it is said")
    func nothingKept() throws {
        let figure = try #require(
            Figures.training(training([epoch(1, 0.2, validation: nil, mae: nil)], best: 0).results).first?.figure)
        #expect(!texts(figure).contains("epoch that was kept"))
        #expect(texts(figure).contains { $0.hasPrefix("Kept no epoch") })
        #expect(figure.description.english.hasPrefix("pulses, last epoch 1 of 1"))
    }

    @Test("losses that span much have a logarithmic axis")
    func logarithmic() throws {
        let contents = training([epoch(1, 10, validation: 12), epoch(2, 0.1, validation: 0.2)])
        let figure = try #require(Figures.training(contents.results).first?.figure)
        #expect(texts(figure).contains("0.1") && texts(figure).contains("10"))
    }

    @Test("an appliance without an error is left out of the comparison, one without a baseline says n/a")
    func metrics() throws {
        var contents = training([])
        contents.results.appliances = ["kettle", "fridge"].map { SampleRun.appliance($0, mae: 12.3) }
        contents.results.appliances[0].baselines[.mean]?.setUndefined(.maeW, because: .noClock)
        contents.results.appliances[1].metrics.setUndefined(.maeW, because: .noEnergy)
        let figure = try #require(Figures.metrics(contents.results).first?.figure)
        #expect(texts(figure).contains("12.3 W") && texts(figure).contains("n/a"))
        #expect(!texts(figure).contains("fridge"))
        contents.results.appliances.removeFirst()
        #expect(Figures.metrics(contents.results).first?.absence?.reason.text.english.contains("truth") == true)
    }
}
