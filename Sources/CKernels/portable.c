// The kernels for any CPU that the compiler knows.
#include "CKernels.h"
#include <math.h>
#include <string.h>

#define NR_TABLE nr_kernels_portable
#define NR_NAME "portable"
#define NR_LANES 4
// As many sums as fit the registers: 32 of arm64, 16 of others.
#if defined(__aarch64__)
#define NR_ROWS 8
#else
#define NR_ROWS 4
#endif
#include "kernels/table.inc"
