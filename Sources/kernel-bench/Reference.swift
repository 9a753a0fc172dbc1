import Kernels

/// What a kernel's speed is a share of.
struct Reference {
    private let amount: Double
    private let runs: Int
    private let work: () -> Void
    /// What `work` works on.
    private let memory: CaseMemory

    /// Operations or bytes a second, now.
    func rate() -> Double {
        withExtendedLifetime(memory) {
            amount * Double(runs) / Stopwatch.seconds { for _ in 0..<runs { work() } }
        }
    }

    /// A matrix product of 512 x 512 x 512.
    static func product() -> Reference {
        let (size, memory) = (512, CaseMemory())
        let (a, b, c) = (
            memory.matrix(rows: size, columns: size), memory.matrix(rows: size, columns: size),
            memory.matrix(rows: size, columns: size)
        )
        return Reference(amount: 2 * Double(size * size * size), memory) { BLAS.multiply(a, b, into: c) }
    }

    /// A copy that moves as many bytes, half of them read and half written.
    static func copy(bytes: Double) -> Reference {
        let (count, memory) = (max(16, Int(bytes / 8)), CaseMemory())
        let (from, to) = (memory.buffer(count: count), memory.buffer(count: count))
        return Reference(amount: 8 * Double(count), memory) { to.copy(from: from) }
    }

    private init(amount: Double, _ memory: CaseMemory, work: @escaping () -> Void) {
        self.amount = amount
        self.memory = memory
        self.work = work
        runs = Stopwatch.repetitions(work)
    }
}
