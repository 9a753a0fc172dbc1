import Datasets
import Testing

@testable import Networks

@Suite("A network's description")
struct NetworkDescriptionTests {
    /// Every model, and the edges: several blocks and scales, bands, one scale, no stem, the calendar.
    static let architectures: [Architecture] = [
        .nilm(NILMModel.Shape()),
        .nilm(NILMModel.Shape(depth: 0)),
        .nilm(NILMModel.Shape(depth: 2, scales: [1, 4, 16], band: 16, feedForward: 2)),
        .nilm(NILMModel.Shape(scales: [1])),
        .nilm(NILMModel.Shape(scales: [8])),
        .nilm(NILMModel.Shape(dilations: 0, calendar: [.week, .day])),
        .seed(SeedModel.Shape()),
        .seed(SeedModel.Shape(width: 15, heads: 3, depth: 1, scale: 1, band: 2)),
    ]

    private func described(_ architecture: Architecture) -> NetworkDescription {
        NetworkDescription(of: architecture.network, normalisation: .kilowatt)
    }

    @Test("names each parameter once, with its shape", arguments: architectures)
    func parameters(architecture: Architecture) {
        let named = described(architecture).operations.flatMap(\.parameters)
        let layout = architecture.network.layout.entries
        #expect(named.map(\.name).sorted() == layout.map(\.name).sorted())
        for entry in layout { #expect(named.first { $0.name == entry.name }?.shape == entry.shape) }
    }

    @Test(
        "has tensors of names of their own, made before they are read, and each of them is read",
        arguments: architectures)
    func order(architecture: Architecture) {
        let description = described(architecture)
        var known = description.inputs
        for operation in description.operations {
            for input in operation.inputs { #expect(known.contains(input), "\(input.name)") }
            known.append(operation.output)
        }
        // A name is a variable in other languages.
        #expect(Set(known.map { $0.name.replacing(".", with: "_") }).count == known.count)
        let read = description.operations.flatMap(\.inputs) + description.outputs
        for tensor in known { #expect(read.contains(tensor), "\(tensor.name)") }
    }

    @Test("has shapes that agree", arguments: architectures)
    func shapes(architecture: Architecture) {
        for operation in described(architecture).operations {
            let (inputs, shapes, output) = (operation.inputs, operation.parameters.map(\.shape), operation.output)
            let (x, comment) = (inputs[0], Comment(rawValue: output.name))
            switch operation.kind {
            case .linear:
                #expect(shapes[0] == [output.features, x.features], comment)
                #expect(shapes.count == 1 || shapes[1] == [output.features], comment)
            case .convolution:
                #expect(shapes == [[output.features, 3 * x.features], [output.features]], comment)
            case .layerNorm: #expect(shapes == [[x.features], [x.features]], comment)
            case .attention(let heads, _):
                #expect(x.features == 3 * output.features && output.features % heads == 0, comment)
            case .neighbours: #expect(x.features == 1 && output.features == InputFeatures.count, comment)
            case .pool(let scale): #expect(output.scale == x.scale * scale && x.features == output.features, comment)
            case .upsample: #expect(output.scale == 1 && x.features == output.features, comment)
            case .feature(let index): #expect(index < x.features && output.features == 1, comment)
            case .sum: #expect(inputs.allSatisfy { $0.features == output.features }, comment)
            case .product: #expect(inputs.allSatisfy { [1, output.features].contains($0.features) }, comment)
            case .concatenation: #expect(output.features == inputs.reduce(0) { $0 + $1.features }, comment)
            case .normalisation, .positions, .gelu, .softmax, .softplus, .logistic, .watts:
                #expect(x.features == output.features, comment)
            }
            #expect(inputs.allSatisfy { $0.scale == x.scale }, comment)
        }
    }

    @Test("goes from watts to watts, and says a probability and is told the time where the network does and is")
    func ends() {
        let plain = described(.seed(SeedModel.Shape()))
        #expect(plain.inputs.map(\.name) == ["aggregate"] && plain.outputs.map(\.name) == ["power"])
        #expect(plain.operations.first?.kind == .normalisation(mean: 0, scale: 1000))
        #expect(plain.operations.last?.kind == .watts(scale: 1000))
        let told = described(.nilm(NILMModel.Shape(calendar: [.day])))
        #expect(told.inputs.map(\.name) == ["aggregate", "clock"] && told.cycles == [.day])
        #expect(told.outputs.map(\.name) == ["power", "on_probability"])
        for tensor in plain.outputs + told.outputs { #expect(tensor.features == 1 && tensor.scale == 1) }
    }
}

@Suite("A PyTorch module")
struct PyTorchModuleTests {
    private func source(_ architecture: Architecture, appliance: String = "kettle") throws -> String {
        let model = ModelDescription(
            model: "nilm", architecture: architecture, appliance: appliance, periodS: 6, window: 64,
            normalisation: .kilowatt, meanW: 1)
        return try PyTorchModule(model, weightsName: "model.safetensors").source()
    }

    @Test("is told apart by what the network has")
    func parts() throws {
        let conv = try source(.nilm(NILMModel.Shape(width: 16, depth: 0, dilations: 2)))
        #expect(conv.contains("\"conv\": Convolution(16, 16, dilation=2),"))
        #expect(conv.contains("    def forward(self, aggregate):"))
        #expect(!conv.contains("attend(") && !conv.contains("make_clock"))
        let told = try source(.nilm(NILMModel.Shape(width: 16, band: 9, calendar: [.week])))
        #expect(told.contains("    def forward(self, aggregate, clock):") && told.contains("[604800]"))
        #expect(told.contains("heads=4, band=9)") && told.contains(", heads=4) "))
        let seed = try source(.seed(SeedModel.Shape(depth: 1)))
        #expect(seed.contains("return power.squeeze(-1)\n") && seed.contains("sinusoids("))
    }

    @Test(
        "has an appliance's name as a text, whatever it is",
        arguments: ["k\"\"\"\nimport os", "\\\u{0}\r'", "caf\u{e9}"])
    func hostileNames(name: String) throws {
        let lines = try source(.nilm(NILMModel.Shape(depth: 0)), appliance: name).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let plain = try source(.nilm(NILMModel.Shape(depth: 0))).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        #expect(lines.count == plain.count)
        let differing = zip(lines, plain).filter { $0 != $1 }.map(\.0)
        #expect(differing.count == 1 && differing[0].hasPrefix("APPLIANCE = \""))
    }
}
