import CKernels

/// The instruction sets that the kernels are compiled for.
package enum InstructionSet: String, CaseIterable, Sendable {
    case portable, avx2, avx512

    /// Those that this CPU can run.
    package static var available: [InstructionSet] { allCases.filter { $0.table != nil } }

    /// The best that this CPU can run.
    package static var best: InstructionSet { available.last ?? .portable }

    /// The kernels, or nil where this CPU can't run them.
    package var table: UnsafePointer<NRKernels>? {
        switch self {
        case .portable: nr_kernels(NRPortable)
        case .avx2: nr_kernels(NRAVX2)
        case .avx512: nr_kernels(NRAVX512)
        }
    }
}
