// The kernels for AVX-512. Feature names rather than an architecture: `arch=x86-64-v4` gives 256-bit code.
#if defined(__x86_64__)
#include "CKernels.h"
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma"))), apply_to = function)
#define NR_TABLE nr_kernels_avx512
#define NR_NAME "avx512"
#define NR_LANES 16
#define NR_ROWS 8
#include "kernels/table.inc"
#pragma clang attribute pop
#endif
