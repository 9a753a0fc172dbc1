import Foundation

/// A trained network as the source of a PyTorch module in one file, which needs nothing but PyTorch and loads the model's
/// own file.
///
/// It is written from the network's description alone. Its parameters have the names and shapes of the model's file.
package struct PyTorchModule {
    private let network: NetworkDescription
    private let model: ModelDescription
    private let weightsName: String

    /// `weightsName`: the name of the model's file in a run's folder.
    package init(_ model: ModelDescription, weightsName: String) {
        network = NetworkDescription(model)
        self.model = model
        self.weightsName = weightsName
    }

    /// The file's text.
    package func source() throws -> String {
        let sections = [
            head, try constants(), helpers.joined(separator: "\n\n\n"), networkClass, PyTorchHelpers.loading, main,
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n\n") + "\n"
    }

    private var takesClock: Bool { !network.cycles.isEmpty }

    private var head: String {
        let second = takesClock ? " SECOND" : ""
        let meaning = takesClock ? "\nSECOND: that of the first of them in the week, from Monday's midnight.\n" : ""
        return """
            \"""A network that nilm-report trained, as a PyTorch module: the meter's watts in, an appliance's watts out.

                python FILE.py model.safetensors\(second) < watts.txt    one window, a number a line
            \(meaning)
            No part of it: dropout, the average of overlapping windows, what is done at gaps, and house_levels.
            \"""

            import json
            import math
            import os
            import sys

            import torch
            import torch.nn.functional as F
            from torch import nn
            """
    }

    private func constants() throws -> String {
        """
        APPLIANCE = \(try literal(model.appliance))
        PERIOD = \(model.periodS)  # seconds between samples
        WINDOW = \(model.window)  # samples of a window in training; any number goes
        WEIGHTS = \(try literal(weightsName))  # the file's name in the run's folder
        # What that file says of the network that is written out here.
        NETWORK = {
            "architecture": \(try literal(model.architecture)),
            "normalisation": \(try literal(model.normalisation)),
        }
        """
    }

    /// JSON of text, numbers, lists and dictionaries is Python, too.
    private func literal(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The functions that the network's operations call.
    private var helpers: [String] {
        var helpers: [String] = []
        for operation in network.operations {
            if let helper = PyTorchHelpers.helper(for: operation.kind), !helpers.contains(helper) {
                helpers.append(helper)
            }
        }
        return helpers + (takesClock ? [PyTorchHelpers.clock(network.cycles)] : [])
    }

    private var networkClass: String {
        """
        class Network(nn.Module):
            def __init__(self):
                super().__init__()
        \(PyTorchLayers(network.operations).assignments.map { "        " + $0 }.joined(separator: "\n"))

            def forward(self, \(network.inputs.map(\.name).joined(separator: ", "))):
                \"""\(takesClock ? PyTorchHelpers.forwardWithClock : PyTorchHelpers.forward)

                \(network.outputs.count > 1 ? PyTorchHelpers.outputs : PyTorchHelpers.output)
                \"""
                aggregate = aggregate.unsqueeze(-1)  # (B, T, 1)
        \(steps)\
                return \(network.outputs.map { variable($0) + ".squeeze(-1)" }.joined(separator: ", "))
        """
    }

    /// A line an operation, each with the shape of what it makes, and a paragraph up to each sum: a residual.
    private var steps: String {
        var paragraphs: [[(code: String, shape: String)]] = [[]]
        for operation in network.operations {
            let output = operation.output
            let rows = output.scale > 1 ? "T // \(output.scale)" : "T"
            paragraphs[paragraphs.count - 1].append(
                ("\(variable(output)) = \(expression(of: operation))", "(B, \(rows), \(output.features))"))
            if operation.kind == .sum { paragraphs.append([]) }
        }
        return paragraphs.map { paragraph in
            let width = paragraph.map(\.code.count).max() ?? 0
            return paragraph.map { code, shape in
                "        \(code)\(String(repeating: " ", count: width - code.count))  # \(shape)\n"
            }.joined()
        }.joined(separator: "\n")
    }

    private func variable(_ tensor: NamedTensor) -> String { tensor.name.replacing(".", with: "_") }

    private func expression(of operation: NetworkDescription.Operation) -> String {
        let inputs = operation.inputs.map(variable)
        let x = inputs[0]
        switch operation.kind {
        case .normalisation(let mean, let scale): return "(\(x) - \(mean)) / \(scale)"
        case .neighbours(let reach): return "with_neighbours(\(x), reach=\(reach))"
        case .positions: return "\(x) + sinusoids(\(x))"
        case .concatenation: return "torch.cat([\(inputs.joined(separator: ", "))], dim=-1)"
        case .linear, .convolution, .layerNorm: return "\(PyTorchLayers.place(of: operation))(\(x))"
        case .gelu: return "F.gelu(\(x))"
        case .attention(let heads, let band):
            return "attend(\(x), heads=\(heads)\(band.map { ", band=\($0)" } ?? ""))"
        case .pool(let scale): return "pool(\(x), \(scale))"
        case .upsample: return "upsample(\(x), \(operation.inputs[0].scale), aggregate.shape[1])"
        case .softmax: return "\(x).softmax(-1)"
        case .softplus: return "F.softplus(\(x))"
        case .logistic: return "\(x).sigmoid()"
        case .feature(let index): return "\(x)[..., \(index):\(index + 1)]"
        case .sum: return inputs.joined(separator: " + ")
        case .product: return inputs.joined(separator: " * ")
        case .watts(let scale): return "(\(scale) * \(x)).clamp(min=0)"
        }
    }

    private var main: String {
        let clock = takesClock ? ", make_clock(int(sys.argv[2]), watts.shape[1])" : ""
        let call = "network(watts\(clock))"
        return """
            if __name__ == "__main__":
                network = load(sys.argv[1])
                watts = torch.tensor([[float(line) for line in sys.stdin]])
                with torch.no_grad():
                    outputs = \(network.outputs.count > 1 ? call : "[\(call)]")
                for values in zip(*(output[0].tolist() for output in outputs)):
                    print(*values)
            """
    }
}
