import Foundation
import Kernels
import Support

/// A training state as a .safetensors file: four blocks of parameters, the steps' times, and the course as JSON in the
/// metadata, every number with all its bits.
extension TrainingState {
    /// Shapes: `parameters`, `first`, `second`, `best` (floats of the network's layout), `step_seconds` (steps).
    ///
    /// `purpose` says what is trained on what; reading asks for the same.
    package func write(to path: String, purpose: String) throws(SafetensorsError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text: String
        do {
            text = String(decoding: try encoder.encode(course), as: UTF8.self)
        } catch {
            preconditionFailure("a course is numbers, which JSON can hold: \(error)")
        }
        func tensor(_ values: [Float]) -> Safetensors.Tensor { .init(shape: [values.count], values: values) }
        var file = Safetensors(
            metadata: ["course": text, "purpose": purpose],
            tensors: [
                "parameters": tensor(parameters.values), "first": tensor(first.values),
                "second": tensor(second.values), "best": tensor(best.values),
                "step_seconds": tensor(stepSeconds.map(Float.init)),
            ])
        file.metadata[Self.sum] = FileHash.sha256(try file.bytes(source: path))
        try file.write(to: path)
    }

    /// Reads the state of training a network whose layout has `count` floats. A state of another purpose, or with other
    /// sizes, is refused.
    package init(contentsOf path: String, count: Int, purpose: String) throws(TrainingStateError) {
        var file: Safetensors
        let (expected, got): (String?, String)
        do throws(SafetensorsError) {
            file = try Safetensors(contentsOf: path)
            expected = file.metadata.removeValue(forKey: Self.sum)
            got = FileHash.sha256(try file.bytes(source: path))
        } catch { throw .unreadable(error) }
        guard got == expected else {
            throw .damaged(path: path, problem: "it does not have the sha256 that it was kept with")
        }
        let found = file.metadata["purpose"] ?? "something else"
        guard found == purpose else { throw .otherPurpose(path: path, expected: purpose, got: found) }
        do {
            course = try JSONDecoder().decode(Course.self, from: Data((file.metadata["course"] ?? "").utf8))
        } catch {
            throw .damaged(path: path, problem: "its course cannot be read")
        }
        func values(_ name: String, _ count: Int) throws(TrainingStateError) -> [Float] {
            guard let tensor = file.tensors[name], tensor.shape == [count] else {
                throw .damaged(path: path, problem: "\(name) must be \(count) numbers")
            }
            return tensor.values
        }
        func block(_ name: String) throws(TrainingStateError) -> AlignedBuffer {
            let block = AlignedBuffer(count: count)
            block.base.update(from: try values(name, count), count: count)
            return block
        }
        parameters = try block("parameters")
        first = try block("first")
        second = try block("second")
        best = try block("best")
        stepSeconds = try values("step_seconds", course.steps).map(Double.init)
        guard course.epoch >= 1, course.seen >= 0 else {
            throw .damaged(path: path, problem: "epoch \(course.epoch), window \(course.seen) cannot be")
        }
    }

    /// The key of the file's own sha256 without it: a bit that changed since would go on in every number that is learnt.
    private static let sum = "sha256"
}

/// What can be wrong with the file of a training state.
package enum TrainingStateError: Error, Equatable, CustomStringConvertible {
    case unreadable(SafetensorsError)
    /// It is a state of training something else, or on other data.
    case otherPurpose(path: String, expected: String, got: String)
    case damaged(path: String, problem: String)

    package var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .otherPurpose(let path, let expected, let got):
            "\(path): is the state of training \(got), expected \(expected): the data have changed since; give --force "
                + "to start again"
        case .damaged(let path, let problem):
            "\(path): is no state of training that can be gone on with: \(problem); give --force to start again"
        }
    }
}
