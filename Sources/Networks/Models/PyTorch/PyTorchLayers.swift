/// A network's parameters as PyTorch's modules in each other, so that their names are those of the model's file.
struct PyTorchLayers {
    /// A module: its name in the one around it, and the code that makes it.
    private struct Module {
        let name: String
        let code: [String]
    }

    /// Python statements that make them, such as `self.in_proj = nn.Linear(14, 64)`.
    let assignments: [String]

    init(_ operations: [NetworkDescription.Operation]) {
        let layers = operations.compactMap { operation in
            Self.code(of: operation).map { (path: Self.path(of: operation)[...], code: $0) }
        }
        assignments = Self.modules(layers).flatMap { module in
            ["self.\(module.name) = \(module.code[0])"] + module.code.dropFirst()
        }
    }

    /// Where an operation's parameters are, such as `self.stem["0"].conv`.
    static func place(of operation: NetworkDescription.Operation) -> String {
        path(of: operation).reduce("self") { place, name in
            name.allSatisfy(\.isNumber) ? "\(place)[\"\(name)\"]" : "\(place).\(name)"
        }
    }

    /// The names around a parameter's own, such as `stem`, `0`, `conv`.
    private static func path(of operation: NetworkDescription.Operation) -> [String] {
        operation.parameters[0].name.split(separator: ".").dropLast().map(String.init)
    }

    /// nil for an operation without parameters.
    private static func code(of operation: NetworkDescription.Operation) -> String? {
        let (parameters, features) = (operation.parameters, operation.inputs[0].features)
        switch operation.kind {
        case .linear:
            let bias = parameters.count > 1 ? "" : ", bias=False"
            return "nn.Linear(\(features), \(operation.output.features)\(bias))"
        case .convolution(let dilation):
            return "Convolution(\(features), \(operation.output.features), dilation=\(dilation))"
        case .layerNorm(let epsilon): return "nn.LayerNorm(\(features), eps=\(epsilon))"
        default: return nil
        }
    }

    /// Those of one level, in the order of their first parameters.
    private static func modules(_ layers: [(path: ArraySlice<String>, code: String)]) -> [Module] {
        var names: [String] = []
        for layer in layers {
            if let name = layer.path.first, !names.contains(name) { names.append(name) }
        }
        return names.map { name in
            let own = layers.filter { $0.path.first == name }.map { (path: $0.path.dropFirst(), code: $0.code) }
            if own.count == 1, own[0].path.isEmpty { return Module(name: name, code: [own[0].code]) }
            let inner = modules(own).flatMap { module in
                let lines = ["\"\(module.name)\": \(module.code[0])"] + module.code.dropFirst()
                return lines.dropLast().map { "    " + $0 } + ["    " + (lines.last ?? "") + ","]
            }
            return Module(name: name, code: ["nn.ModuleDict({"] + inner + ["})"])
        }
    }
}
