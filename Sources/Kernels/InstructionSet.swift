import CKernels
import Synchronization

/// The instruction sets that the kernels are compiled for.
package enum InstructionSet: String, CaseIterable, Sendable {
    case portable, avx2, avx512

    /// Those that this CPU can run.
    package static var available: [InstructionSet] { allCases.filter { $0.table != nil } }

    /// The best that this CPU can run, unless another was chosen.
    package static var best: InstructionSet { chosen ?? available.last ?? .portable }

    /// The one that was chosen with ``choose(_:)``.
    static var chosen: InstructionSet? { choice.withLock { $0 } }
    private static let choice = Mutex<InstructionSet?>(nil)

    /// Makes `set`, which this CPU must have, the best: to make the numbers of a CPU again that has no better one. Before
    /// any arithmetic.
    package static func choose(_ set: InstructionSet) {
        precondition(set.table != nil, "this CPU has no \(set.rawValue)")
        choice.withLock { $0 = set }
    }

    /// The kernels of OpenBLAS for a CPU that has no better instructions, by their name in OPENBLAS_CORETYPE.
    var coreType: String {
        switch self {
        case .portable: "PRESCOTT"
        case .avx2: "HASWELL"
        case .avx512: "SKYLAKEX"
        }
    }

    /// The kernels, or nil where this CPU can't run them.
    package var table: UnsafePointer<NRKernels>? {
        switch self {
        case .portable: nr_kernels(NRPortable)
        case .avx2: nr_kernels(NRAVX2)
        case .avx512: nr_kernels(NRAVX512)
        }
    }
}
