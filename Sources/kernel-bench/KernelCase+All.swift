import CKernels
import Kernels

extension KernelCase {
    /// Every kernel at the sizes of one sequence of the seed model: T 512, D 128, four heads, dropout 0.1.
    static func all(_ memory: CaseMemory, mask: UnsafePointer<DropoutMask>) -> [KernelCase] {
        products(memory) + rowwise(memory, mask: mask) + attention(memory, mask: mask) + resampling(memory)
            + training(memory)
    }

    private static let (steps, width, hidden) = (512, 128, 512)
    private static let float = 4.0

    /// The products of the feed-forward layer's first half, which has the largest weight.
    private static func products(_ memory: CaseMemory) -> [KernelCase] {
        let (x, dx) = (memory.matrix(rows: steps, columns: width), memory.matrix(rows: steps, columns: width))
        let (out, weight) = (memory.matrix(rows: steps, columns: hidden), memory.matrix(rows: hidden, columns: width))
        let dweight = memory.matrix(rows: hidden, columns: width)
        let packed = memory.matrix(rows: 1, columns: Kernels.packedCount(outputs: hidden, inputs: width))
        let operations = 2 * Double(steps * width * hidden)
        return [
            KernelCase(name: "product with packed weights", work: .operations(operations)) {
                $0.multiply(x, packed: packed, into: out)
            },
            KernelCase(name: "product, input's gradient", work: .operations(operations)) {
                $0.multiply(out, weight, into: dx)
            },
            KernelCase(name: "product, weight's gradient", work: .operations(operations)) {
                $0.multiply(out, x, transposeA: true, into: dweight, adding: true)
            },
            KernelCase(name: "packing of a weight", work: .bytes(2 * float * Double(hidden * width))) {
                $0.pack(weight, into: packed)
            },
        ]
    }

    private static func rowwise(_ memory: CaseMemory, mask: UnsafePointer<DropoutMask>) -> [KernelCase] {
        let (x, y, z) = (
            memory.matrix(rows: steps, columns: width), memory.matrix(rows: steps, columns: width),
            memory.matrix(rows: steps, columns: width)
        )
        let (wide, wideOut, wideAgain) = (
            memory.matrix(rows: steps, columns: hidden), memory.matrix(rows: steps, columns: hidden),
            memory.matrix(rows: steps, columns: hidden)
        )
        let (gain, bias) = (memory.matrix(rows: 1, columns: width), memory.matrix(rows: 1, columns: width))
        let (dgain, dbias) = (memory.matrix(rows: 1, columns: width), memory.matrix(rows: 1, columns: width))
        let wideBias = memory.matrix(rows: 1, columns: hidden)
        wideBias.fill(with: 0)
        let (mean, rstd) = (memory.matrix(rows: 1, columns: steps), memory.matrix(rows: 1, columns: steps))
        let scores = memory.matrix(rows: 64, columns: steps)
        let (narrowBytes, wideBytes) = (float * Double(steps * width), float * Double(steps * hidden))
        return [
            KernelCase(name: "layer norm", work: .bytes(2 * narrowBytes)) {
                $0.layerNorm(x: x, gain: gain, bias: bias, y: y, mean: mean, rstd: rstd)
            },
            KernelCase(name: "layer norm, backward", work: .bytes(4 * narrowBytes)) {
                $0.layerNormBackward(
                    x: x, gain: gain, mean: mean, rstd: rstd, dy: y, dx: z, dgain: dgain, dbias: dbias)
            },
            KernelCase(name: "bias, GELU, dropout", work: .bytes(3 * wideBytes)) {
                $0.biasGELU(x: wide, bias: wideBias, y: wideOut, dropout: mask)
            },
            KernelCase(name: "bias, GELU, dropout, backward", work: .bytes(4 * wideBytes)) {
                $0.biasGELUBackward(x: wide, dy: wideOut, y: wideAgain, dbias: wideBias, dropout: mask)
            },
            KernelCase(name: "bias, dropout, residual", work: .bytes(3 * narrowBytes)) {
                $0.biasResidual(x: x, bias: bias, residual: y, out: z, dropout: mask)
            },
            KernelCase(name: "bias, dropout, residual, backward", work: .bytes(2 * narrowBytes)) {
                $0.biasResidualBackward(dy: x, dx: z, dbias: bias, dropout: mask)
            },
            KernelCase(name: "add bias", work: .bytes(2 * narrowBytes)) { $0.addBias(bias, to: x) },
            KernelCase(name: "column sums", work: .bytes(narrowBytes)) { $0.addColumnSums(of: y, to: bias) },
            KernelCase(name: "softmax", work: .bytes(2 * float * 64 * Double(steps))) {
                $0.softmax(scores: scores, scale: 1)
            },
        ]
    }

    private static func attention(_ memory: CaseMemory, mask: UnsafePointer<DropoutMask>) -> [KernelCase] {
        let headWidth = 32
        return [(steps, nil), (3600, nil), (3600, 64)].flatMap { (length: Int, band: Int?) -> [KernelCase] in
            let qkv = memory.matrix(rows: length, columns: 3 * width)
            let dqkv = memory.matrix(rows: length, columns: 3 * width)
            let (out, dout) = (
                memory.matrix(rows: length, columns: width).columns(0..<headWidth),
                memory.matrix(rows: length, columns: width).columns(0..<headWidth)
            )
            let logSum = memory.matrix(rows: 1, columns: length)
            let scratch = memory.matrix(
                rows: 1, columns: Kernels.attentionScratch(steps: length, width: headWidth))
            func part(_ matrix: Matrix, _ index: Int) -> Matrix {
                matrix.columns(index * width..<index * width + headWidth)
            }
            let head = AttentionHead(
                q: part(qkv, 0), k: part(qkv, 1), v: part(qkv, 2), scale: 0.18, band: band ?? .max, dropout: mask,
                firstRow: 0, scratch: scratch)
            // A query within `band` of an end sees fewer keys.
            let seen = band.map { Double(length * (2 * $0 + 1) - $0 * ($0 + 1)) } ?? Double(length * length)
            let product = 2 * seen * Double(headWidth)
            let name = "attention, T \(length)" + (band.map { " within \($0)" } ?? "")
            return [
                KernelCase(name: name, work: .operations(2 * product)) {
                    $0.attention(head, out: out, logSum: logSum)
                },
                KernelCase(name: name + ", backward", work: .operations(5 * product)) {
                    $0.attentionBackward(
                        head, out: out, logSum: logSum, dout: dout, dq: part(dqkv, 0), dk: part(dqkv, 1),
                        dv: part(dqkv, 2))
                },
            ]
        }
    }

    private static func resampling(_ memory: CaseMemory) -> [KernelCase] {
        let factor = 4
        let long = memory.matrix(rows: steps, columns: width)
        let short = memory.matrix(rows: steps / factor, columns: width)
        let bytes = float * Double(steps * width) * (1 + 1 / Double(factor))
        return [
            KernelCase(name: "pool", work: .bytes(bytes)) { $0.pool(long, out: short, factor: factor) },
            KernelCase(name: "pool, backward", work: .bytes(bytes)) {
                $0.poolBackward(dout: short, dx: long, factor: factor)
            },
            KernelCase(name: "upsample", work: .bytes(bytes)) { $0.upsample(short, out: long, factor: factor) },
            KernelCase(name: "upsample, backward", work: .bytes(bytes)) {
                $0.upsampleBackward(dout: long, dx: short, factor: factor)
            },
        ]
    }

    private static func training(_ memory: CaseMemory) -> [KernelCase] {
        let count = 1_187_457
        let (parameters, first, second, gradient) = (
            memory.buffer(count: count), memory.buffer(count: count), memory.buffer(count: count),
            memory.buffer(count: count)
        )
        let (prediction, target, dprediction) = (
            memory.matrix(rows: steps, columns: 1), memory.matrix(rows: steps, columns: 1),
            memory.matrix(rows: steps, columns: 1)
        )
        let step = NRAdam(
            beta1: 0.9, beta2: 0.999, step_size: 1e-6, inverse_correction2: 1, epsilon: 1e-8, gradient_scale: 1,
            decay: 1e-6)
        let bytes = float * Double(count)
        return [
            KernelCase(name: "loss", work: .bytes(3 * float * Double(steps))) {
                _ = $0.loss(
                    output: prediction, target: target, doutput: dprediction, weights: LossWeights(l1: 1, l2: 1),
                    scale: 1)
            },
            KernelCase(name: "add", work: .bytes(3 * bytes)) {
                $0.add(gradient.matrix(rows: 1, columns: count), to: first.matrix(rows: 1, columns: count))
            },
            KernelCase(name: "sum of squares", work: .bytes(bytes)) { _ = $0.sumOfSquares(gradient, 0..<count) },
            KernelCase(name: "AdamW", work: .bytes(7 * bytes)) {
                $0.adam(
                    parameters: parameters, first: first, second: second, gradient: gradient, step: step,
                    range: 0..<count)
            },
        ]
    }
}
