// Fused single-precision kernels, one table of functions an instruction set.
//
// Shapes are row-major; `rows` x `columns` with a stride between rows where one is named. Every kernel is
// single-threaded, allocates nothing and gives the same bits for the same input and table.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef enum NRInstructionSet { NRPortable = 0, NRAVX2 = 1, NRAVX512 = 2 } NRInstructionSet;

/// A dropout mask that is rebuilt rather than stored: an element is kept if 16 bits, hashed from (row, column, key), are
/// at least `threshold`, and is then multiplied by `scale`. threshold = probability * 2^16, scale = 1 / (1 - probability).
typedef struct NRDropout {
    uint64_t key;
    uint32_t threshold;
    float scale;
} NRDropout;

/// Adam's constants for one step, after Kingma & Ba 2015 (algorithm 1), with the bias corrections worked in.
typedef struct NRAdam {
    float beta1;
    float beta2;
    /// learning rate / (1 - beta1^t)
    float step_size;
    /// 1 / sqrt(1 - beta2^t)
    float inverse_correction2;
    float epsilon;
    /// The gradient is multiplied by this first (clipping).
    float gradient_scale;
    /// Decoupled weight decay times learning rate; 0 for Adam.
    float decay;
} NRAdam;

/// A sample's loss: l1 |p - y| + l2 (p - y)^2 for the power p in the first column of a network's output, and, where there
/// is a second one, `on` times the binary cross-entropy of its logistic against whether y >= on_threshold.
typedef struct NRLoss {
    float l1, l2, on;
    float on_threshold;
    /// The gradient is multiplied by this.
    float scale;
} NRLoss;

/// Columns of a tile of packed weights.
#define NR_TILE 32

/// A matrix product, c = or += a b, of any size.
typedef struct NRProduct {
    /// a's element (row, k) is at row * a_row + k * a_column: transposed or not.
    const float *a;
    size_t a_row, a_column;
    /// b's element (k, column) is at column / NR_TILE * b_tile + k * b_row + column % NR_TILE: a row-major matrix has a
    /// b_tile of NR_TILE, a packed one the floats of a tile.
    const float *b;
    size_t b_row, b_tile;
    float *c;
    size_t c_row;
    size_t rows, columns, depth;
    int adding;
} NRProduct;

/// One head's input: queries, keys and values of `steps` rows of `width`, `stride` floats apart.
typedef struct NRAttention {
    const float *q, *k, *v;
    size_t stride, steps, width;
    /// A query at t sees the keys from t - band to t + band.
    size_t band;
    /// From row to row of the output and its gradient.
    size_t out_stride;
    float scale;
    /// NULL for none; `first_row` is the mask's row of the first query.
    const NRDropout *dropout;
    uint32_t first_row;
    float *scratch;
} NRAttention;

typedef struct NRKernels {
    const char *name;

    /// A matrix product.
    void (*multiply)(const NRProduct *product);
    /// Packs a weight (outputs, inputs) as the transposed b of a product: tiles of NR_TILE outputs, each (inputs,
    /// NR_TILE), the last one filled up with zeros.
    void (*pack)(const float *weight, size_t outputs, size_t inputs, float *tiles);

    /// y = (x - mean) * rstd * gain + bias for each row; mean and rstd (rows) are kept for the backward pass.
    void (*layer_norm)(const float *x, const float *gain, const float *bias, float *y, float *mean, float *rstd,
                       size_t rows, size_t columns);
    /// dx += ..., dgain += ..., dbias += ... from dy; x, mean and rstd as in the forward pass.
    void (*layer_norm_backward)(const float *x, const float *gain, const float *mean, const float *rstd,
                                const float *dy, float *dx, float *dgain, float *dbias, size_t rows, size_t columns);

    /// y = dropout(gelu(x + bias)) with the exact (erf) GELU; x is overwritten by x + bias. bias has `columns`.
    /// `first_row` is the mask's row of the first one, here and below.
    void (*bias_gelu)(float *x, const float *bias, float *y, const NRDropout *dropout, size_t first_row, size_t rows,
                      size_t columns);
    /// dx = dropout'(dy) * gelu'(x) in place of dy, and y again; x is the sum that the forward pass left. dbias +=
    /// column sums of dx.
    void (*bias_gelu_backward)(const float *x, float *dy, float *y, float *dbias, const NRDropout *dropout,
                               size_t first_row, size_t rows, size_t columns);

    /// out = residual + dropout(x + bias). bias has `columns`.
    void (*bias_residual)(const float *x, const float *bias, const float *residual, float *out,
                          const NRDropout *dropout, size_t first_row, size_t rows, size_t columns);
    /// dx = dropout'(dy); dbias += column sums of dx.
    void (*bias_residual_backward)(const float *dy, float *dx, float *dbias, const NRDropout *dropout,
                                   size_t first_row, size_t rows, size_t columns);

    /// x += bias, each row (row stride `stride`).
    void (*add_bias)(float *x, const float *bias, size_t rows, size_t columns, size_t stride);
    /// sums += column sums of x (row stride `stride`).
    void (*add_column_sums)(const float *x, float *sums, size_t rows, size_t columns, size_t stride);

    /// Each row of scores is replaced by softmax(scale * row).
    void (*softmax)(float *scores, float scale, size_t rows, size_t columns, size_t stride);
    /// Floats of scratch memory that attention over `steps` of `width` features needs, within any band.
    size_t (*attention_scratch_size)(size_t steps, size_t width);
    /// out = dropout(softmax(scale q k^T)) v for one head; log_sum (steps) = each query's log of the sum of
    /// exponentials, for the backward pass.
    void (*attention)(const NRAttention *head, float *out, float *log_sum);
    /// dq, dk, dv = the gradients at q, k, v (at `stride`) from dout (at `out_stride`); out and log_sum as the forward
    /// pass left them.
    void (*attention_backward)(const NRAttention *head, const float *out, const float *log_sum, const float *dout,
                               float *dq, float *dk, float *dv);

    /// out row r = mean of the `factor` rows of x from r * factor; rows of out.
    void (*pool)(const float *x, float *out, size_t rows, size_t columns, size_t factor);
    /// Each row of dout, divided by factor, is written (=) to its `factor` rows of dx.
    void (*pool_backward)(const float *dout, float *dx, size_t rows, size_t columns, size_t factor);
    /// Each row of x is repeated `factor` times in out, the last one until `out_rows` are full.
    void (*upsample)(const float *x, float *out, size_t rows, size_t columns, size_t factor, size_t out_rows,
                     size_t out_stride);
    /// dx row r = sum of the rows of dout that the forward pass made from it.
    void (*upsample_backward)(const float *dout, float *dx, size_t rows, size_t columns, size_t factor,
                              size_t out_rows, size_t dout_stride);

    /// From raw (rows, 2), a power's and a logit: out (rows, 2) = softplus(power) * logistic(logit), logit.
    void (*gate)(const float *raw, float *out, size_t rows);
    /// draw = the gradient at raw from that at out.
    void (*gate_backward)(const float *raw, const float *dout, float *draw, size_t rows);
    /// out = residual + each row's sum over scales of share * branch. branches (rows, scales * columns), shares (rows,
    /// scales).
    void (*mix)(const float *branches, const float *shares, const float *residual, float *out, size_t rows,
                size_t columns, size_t scales);
    /// dbranches = the gradient at branches, dlogits that at the numbers whose softmax shares is.
    void (*mix_backward)(const float *branches, const float *shares, const float *dout, float *dbranches,
                         float *dlogits, size_t rows, size_t columns, size_t scales);

    /// Returns the sum of the loss over the rows of output (rows, outputs); doutput = scale * its derivative.
    double (*loss)(const float *output, const float *target, float *doutput, const NRLoss *loss, size_t outputs,
                   size_t rows);
    /// a += b.
    void (*add)(float *a, const float *b, size_t count);
    /// Sum of squares, in double.
    double (*sum_of_squares)(const float *x, size_t count);
    /// One Adam step over the block: parameters, first and second moments are updated.
    void (*adam)(float *parameters, float *first, float *second, const float *gradient, const NRAdam *step,
                 size_t count);
} NRKernels;

/// The table for an instruction set, or NULL where this CPU (or this build) does not have it.
const NRKernels *nr_kernels(NRInstructionSet set);
