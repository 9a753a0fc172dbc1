import Runs
import Support
import TestSupport
import Testing

@Suite("CSV files of a run") struct TablesTests {
    @Test("rows at the period are one series; a gap starts another") func predictions() throws {
        let series = try Predictions.decode(Array(SampleRun.predictions.utf8), path: "p.csv", periodS: 60)
        #expect(series.map(\.appliance) == ["kettle", "kettle", "dish washer"])
        #expect(series.map(\.start) == [1_426_000_960, 1_426_001_200, 1_426_000_960])
        #expect(series[1].truthW == [0, 2350, 2340, 0])
        #expect(String(decoding: Predictions.bytes(of: series), as: UTF8.self) == SampleRun.predictions)
    }

    @Test("a meter without ground truth has empty fields, and none of them becomes 0") func noTruth() throws {
        let series = [
            PredictionSeries(
                appliance: "=1+1", house: "a,b", start: 0, periodS: 60, aggregateW: [1, 2], truthW: nil,
                predictionW: [0.1, -0.0]),
            PredictionSeries(
                appliance: "=1+1", house: "a,b", start: 120, periodS: 60, aggregateW: [3], truthW: [4], predictionW: [5]
            ),
        ]
        let bytes = Predictions.bytes(of: series)
        #expect(try Predictions.decode(bytes, path: "p.csv", periodS: 60) == series)
    }

    @Test("rows of more appliances and houses than a page has room for are refused with the bound") func tooMany()
        throws
    {
        func series(_ houses: Int) -> [PredictionSeries] {
            (0..<houses).map {
                PredictionSeries(
                    appliance: "kettle", house: "\($0)", start: 0, periodS: 60, aggregateW: [1], truthW: [1],
                    predictionW: [1])
            }
        }
        #expect(
            try Predictions.decode(Predictions.bytes(of: series(10_000)), path: "p.csv", periodS: 60).count == 10_000)
        let error = CSVError.tooMany(
            path: "p.csv", what: "pairs of an appliance and a house", count: 10_001, most: 10_000)
        #expect(throws: error) {
            try Predictions.decode(Predictions.bytes(of: series(10_001)), path: "p.csv", periodS: 60)
        }
        #expect(error.description.contains("at most 10000"))
    }

    @Test("a run's rows of a window are those of its appliance and house, also after they were changed")
    func windowRows() throws {
        func part(_ house: String, _ start: Int) -> PredictionSeries {
            PredictionSeries(
                appliance: "kettle", house: house, start: start, periodS: 60, aggregateW: [1, 2, 3], truthW: nil,
                predictionW: [Float(start), 0, 0])
        }
        let results = try ResultsFile.decode(Array(SampleRun.results.utf8), path: "r")
        var contents = RunContents(
            results: results, series: [part("1", 0), part("2", 0), part("1", 600)], attention: [:])
        let window = ShownWindow(
            id: "w", appliance: "kettle", house: "1", start: 600, steps: 2, rule: .importedAttention, maeW: 0)
        #expect(contents.rows(of: window)?.predictionW == [600, 0])
        #expect(contents.series.byMeter.map { $0.map(\.start) } == [[0, 600], [0]])
        contents.series.removeLast()
        #expect(contents.rows(of: window) == nil)
        contents.series.append(part("1", 540))
        #expect(contents.rows(of: window)?.predictionW == [0, 0])
    }

    @Test("no rows are no series") func empty() throws {
        let bytes = Predictions.bytes(of: [])
        #expect(try Predictions.decode(bytes, path: "p.csv", periodS: 60) == [])
    }

    @Test("a cut file is refused with its line") func truncated() {
        let bytes = Array(SampleRun.predictions.utf8.dropLast(5))
        #expect(throws: CSVError.fields(path: "p.csv", line: 10, expected: 6)) {
            try Predictions.decode(bytes, path: "p.csv", periodS: 60)
        }
    }

    @Test("are read by several threads as by one, errors too", arguments: [1, 40, 100, 250])
    func pieces(leastBytes: Int) throws {
        func read(_ text: String, leastBytes: Int) -> Result<[PredictionSeries], CSVError> {
            do throws(CSVError) {
                let bytes = Array(text.utf8)
                return .success(
                    try Predictions.decode(bytes, path: "p.csv", periodS: 60, leastBytes: leastBytes))
            } catch {
                return .failure(error)
            }
        }
        let sound = SampleRun.predictions
        let lines = sound.split(separator: "\n", omittingEmptySubsequences: false)
        let wrong = (lines.prefix(8) + ["kettle,house_1,x,1,2,3"] + lines.dropFirst(8)).joined(separator: "\n")
        // A line end within quotes ends no row.
        let quoted = sound.replacing("dish washer", with: "\"dish\nwasher\"")
        for text in [sound, wrong, quoted, String(sound.dropLast(5))] {
            #expect(read(text, leastBytes: leastBytes) == read(text, leastBytes: 1 << 21))
        }
        guard case .failure(.number(_, let line, _, _)) = read(wrong, leastBytes: leastBytes) else {
            Issue.record("the wrong line was read")
            return
        }
        #expect(line == 9)
        #expect(try read(quoted, leastBytes: leastBytes).get().last?.appliance == "dish\nwasher")
    }

    @Test("metrics.csv has a row for each predictor, undefined values empty") func metrics() throws {
        let results = try ResultsFile.decode(Array(SampleRun.results.utf8), path: "r.json")
        let lines = String(decoding: MetricsTable.bytes(of: results), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 1 + 2 * 3)
        #expect(
            lines[0]
                == "appliance,predictor,metric_profile,on_threshold_w,n,n_on,mae_w,rmse_w,mae_on_w,sae,nde,nep,mre,mr,"
                + "teca,energy_error_percent,daily_energy_mae_kwh,accuracy,balanced_accuracy,precision,recall,f1,mcc,"
                + "event_precision,event_recall,event_f1,skill")
        #expect(lines[2] == "kettle,zero,default,2000,12,3,40.25,310.75,2000.5,1,1,,,0,0.5,-100,,,,,0,,,,,,0")
        #expect(lines[4] == "dish washer,model,default,10,4,0,1.5,2.25,,,,,,,,,,,,,,,,,,,")
    }

    @Test("history.csv leaves empty what was not a number") func history() throws {
        let results = try ResultsFile.decode(Array(SampleRun.results.utf8), path: "r.json")
        let text = String(decoding: History.bytes(of: results.training?.epochs ?? []), as: UTF8.self)
        #expect(
            text == """
                appliance,epoch,train_loss,val_loss,val_mae_w,val_f1,learning_rate,seconds
                kettle,1,0.6125,0.5,21.75,,0.001,12.5
                kettle,2,0.4375,0.375,9.125,,0.0005,12.25
                dish washer,1,,,,,0.001,30.5

                """)
    }
}
