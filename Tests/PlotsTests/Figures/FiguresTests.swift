import Foundation
import FoundationXML
import Runs
import Support
import Testing

@testable import Plots

@Suite("All figures of a run")
struct FiguresTests {
    /// Small enough to be drawn many times.
    private static func synthetic() -> RunContents {
        SampleRun.synthetic(steps: 64, windows: 3, layers: 2, heads: 2, fineCells: 16, coarseCells: 8)
    }

    private static func london(kettle: String = "kettle", hasTruth: Bool = true) -> RunContents {
        SampleRun.london(days: 3, steps: 64, cells: 16, kettle: kettle, hasTruth: hasTruth)
    }

    @Test("a run with a clock has all kinds of figures, one without has no days")
    func kinds() throws {
        let clocked = try Figures.all(for: Self.london())
        // These results were not added up by hour of the day.
        #expect(Set(clocked.map(\.section)) == Set(FigureSection.allCases).subtracting([.errors]))
        let clockless = try Figures.all(for: Self.synthetic())
        #expect(Set(clockless.map(\.section)) == [.metrics, .windows, .attention, .training])
        let energy = try Figures.outcomes(.energy, for: Self.synthetic())
        #expect(energy.compactMap(\.absence?.reason) == [.noDays])
    }

    @Test("the ids of a run's figures")
    func ids() throws {
        #expect(
            try Figures.all(for: Self.london()).map(\.id) == [
                "metrics-overview", "metrics-mae", "window-kettle-best", "day-kettle", "week-kettle",
                "window-kettle-event", "window-fridge-median", "day-fridge", "week-fridge", "window-fridge-day",
                "attention-kettle-best", "attention-kettle-best-heads",
                "training-kettle", "training-fridge", "energy-kettle-2", "energy-fridge-2",
            ])
    }

    @Test(
        "ids are fit for files whatever an appliance is called",
        arguments: [
            "../../etc/passwd", "<script>alert(1)</script>", "Kettle (old)", "冰箱", "", "a b", "CON",
            String(repeating: "long ", count: 80),
        ])
    func hostileNames(name: String) throws {
        let figures = try Figures.all(for: SampleRun.london(days: 2, steps: 64, cells: 8, kettle: name))
        for figure in figures {
            #expect(
                figure.id.utf8.allSatisfy {
                    ("a"..."z").contains(Unicode.Scalar($0)) || ("0"..."9").contains(Unicode.Scalar($0))
                        || $0 == UInt8(ascii: "-")
                })
            #expect(figure.id.utf8.count < 200)
            let parser = XMLParser(data: Data(SVGCanvas.svg(figure.scene, idPrefix: figure.id).utf8))
            #expect(parser.parse())
        }
        #expect(Set(figures.map(\.id)).count == figures.count)
    }

    @Test("names that differ have ids that differ")
    func slugs() {
        let names = ["fridge", "Fridge", "fridge 1", "fridge#1", "fridge-1", "冰箱", "洗衣机", "-fridge", ""]
        let slugs = names.map { FigureID.slug($0) }
        #expect(Set(slugs).count == names.count)
        #expect(FigureID.slug("dish_washer") == "dish-washer")
    }

    @Test("two figures of one file name are an error, not a file that overwrites the other")
    func ambiguous() throws {
        var contents = Self.london()
        contents.results.windows[0].id = "a_b"
        contents.results.windows[1].id = "a-b"
        contents.results.attention = []
        let error = #expect(throws: FigureError.self) { try Figures.all(for: contents) }
        guard case .ambiguousNames("window-a-b", _, _)? = error else {
            Issue.record("got \(String(describing: error))")
            return
        }
    }

    @Test("every figure has a title and a sentence with a number, and no label leaves it")
    func labels() throws {
        for contents in [Self.london(), Self.synthetic(), Self.london(hasTruth: false), SampleRun.london(steps: 512)] {
            for figure in try Figures.all(for: contents) {
                #expect(!figure.title.isEmpty && figure.description.english.hasSuffix("."))
                #expect(figure.description.english.contains { $0.isNumber })
                let canvas = RecordingCanvas()
                figure.scene.draw(on: canvas)
                #expect(canvas.texts.contains { figure.title.english.hasPrefix($0.replacing("…", with: "")) })
                for case .text(let text, let point, let style) in canvas.calls where !style.upwards {
                    let width = TextMetrics.width(of: text, style)
                    let left = style.anchor == .start ? point.x : point.x - width / (style.anchor == .end ? 1 : 2)
                    #expect(left >= 0 && left + width <= figure.scene.size.width, "\(figure.id): \(text)")
                    #expect(point.y <= figure.scene.size.height - 2, "\(figure.id): \(text)")
                }
            }
        }
    }

    @Test("no two labels of a figure lie on each other")
    func overlaps() throws {
        for contents in [
            Self.london(), Self.synthetic(), SampleRun.london(days: 3, steps: 512, layers: 4, heads: 8, cells: 16),
        ] {
            for figure in try Figures.all(for: contents) {
                let canvas = RecordingCanvas()
                figure.scene.draw(on: canvas)
                var boxes: [(text: String, rect: Rect)] = []
                for case .text(let text, let point, let style) in canvas.calls {
                    let length = TextMetrics.width(of: text, style)
                    let shift = style.anchor == .start ? 0 : length / (style.anchor == .end ? 1 : 2)
                    let rect =
                        style.upwards
                        ? Rect(x: point.x - style.size, y: point.y - length + shift, width: style.size, height: length)
                        : Rect(x: point.x - shift, y: point.y - style.size * 0.8, width: length, height: style.size)
                    for other in boxes {
                        let isApart =
                            rect.maxX <= other.rect.x || other.rect.maxX <= rect.x || rect.maxY <= other.rect.y
                            || other.rect.maxY <= rect.y
                        #expect(isApart, "\(figure.id): \"\(text)\" lies on \"\(other.text)\"")
                    }
                    boxes.append((text, rect))
                }
            }
        }
    }

    @Test("figures are the same every time")
    func deterministic() throws {
        let first = try Figures.all(for: Self.london()).map { SVGCanvas.svg($0.scene, idPrefix: $0.id) }
        let second = try Figures.all(for: Self.london()).map { SVGCanvas.svg($0.scene, idPrefix: $0.id) }
        #expect(first == second)
    }

    @Test("an empty run makes no figures and gives a reason for each kind")
    func empty() throws {
        var contents = Self.london()
        contents.results.appliances = []
        contents.results.windows = []
        contents.results.attention = []
        contents.results.training = nil
        contents.series = []
        #expect(try Figures.all(for: contents).isEmpty)
        for section in FigureSection.allCases {
            let outcomes = try Figures.outcomes(section, for: contents)
            #expect(outcomes.count == 1 && outcomes.allSatisfy { $0.absence?.reason.text.isEmpty == false })
        }
    }

    @Test("an unknown zone is an error that names it")
    func zone() {
        var contents = Self.london()
        contents.results.run.data.timeZone = "Mars/Olympus"
        #expect(throws: FigureError.plotting(.unknownTimeZone("Mars/Olympus"))) { try Figures.all(for: contents) }
    }

    @Test("every figure can be drawn as PNG and PDF")
    func raster() throws {
        for figure in try Figures.all(for: Self.london()) {
            let raster = try Raster(figure.scene, scale: 1)
            #expect(raster.width == Int(figure.scene.size.width.rounded(.up)))
            #expect(Set(raster.pixels).count > 3)
            #expect(try PDFFile.bytes(figure.scene, created: "2026-11-22T11:10:03Z").count > 2000)
        }
    }
}
