import Kernels

/// A residual unit of the stem: out = x + W gelu(conv(x) + b) + c, at the sequence's full rate.
struct ConvolutionUnit: Sendable {
    let name: String
    let convolution: Convolution
    /// Of the convolution.
    let bias: ParameterSlice
    let projection: Linear
    /// The place of its dropout mask.
    let site: Int

    init(_ name: String, width: Int, dilation: Int, site: Int, in layout: inout ParameterLayout) {
        self.name = name
        convolution = Convolution(name + ".conv", inputs: width, outputs: width, dilation: dilation, in: &layout)
        bias = layout.add(name + ".conv.bias", shape: [width])
        projection = Linear(name + ".proj", inputs: width, outputs: width, in: &layout)
        self.site = site
    }

    /// Shapes: x, out (T, D), two matrices. `hidden` (T, D) is kept for the backward pass, `activated` and `projected`
    /// (T, D) are working memory.
    func forward(_ pass: Pass, x: Matrix, out: Matrix, hidden: Matrix, activated: Matrix, projected: Matrix) {
        guard let projectionBias = projection.bias else { preconditionFailure("no bias") }
        convolution.forward(pass, x: x, out: hidden)
        pass.dropout.withMask(site: site) { mask in
            pass.timed(name + ".gelu", .forward) {
                pass.kernels.biasGELU(x: hidden, bias: pass.value(bias), y: activated, dropout: mask)
            }
        }
        projection.product(pass, x: activated, out: projected)
        pass.timed(name + ".residual", .forward) {
            pass.kernels.biasResidual(
                x: projected, bias: pass.value(projectionBias), residual: x, out: out, dropout: nil)
        }
    }

    /// The forward pass as operations.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        let hidden = convolution.describe(x, bias: bias, in: &description)
        let activated = description.add(.gelu, name + ".gelu", of: [hidden])
        let projected = projection.describe(activated, in: &description)
        return description.add(.sum, name, of: [x, projected])
    }

    /// d, the gradient at out, becomes the one at x; parameters' gradients +=. `activated` and `dhidden` (T, D) are
    /// working memory.
    func backward(_ pass: Pass, x: Matrix, d: Matrix, hidden: Matrix, activated: Matrix, dhidden: Matrix) {
        projection.inputGradient(pass, dy: d, dx: dhidden)
        pass.dropout.withMask(site: site) { mask in
            pass.timed(name + ".gelu", .backward) {
                pass.kernels.biasGELUBackward(
                    x: hidden, dy: dhidden, y: activated, dbias: pass.gradient(bias), dropout: mask)
            }
        }
        projection.backward(pass, x: activated, dy: d, dx: nil)
        convolution.backward(pass, x: x, dy: dhidden, dx: d)
    }
}
