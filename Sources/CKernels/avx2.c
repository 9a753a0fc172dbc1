// The kernels for AVX2 with FMA. System headers stand before the attribute, which must not touch them.
#if defined(__x86_64__)
#include "CKernels.h"
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NR_TABLE nr_kernels_avx2
#define NR_NAME "avx2"
#define NR_LANES 8
#define NR_ROWS 4
#include "kernels/table.inc"
#pragma clang attribute pop
#endif
