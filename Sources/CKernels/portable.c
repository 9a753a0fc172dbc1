// The kernels for any CPU that the compiler knows.
#include "CKernels.h"
#include <math.h>
#include <string.h>

#define NR_TABLE nr_kernels_portable
#define NR_NAME "portable"
#define NR_LANES 4
#define NR_ROWS 4
#include "kernels/table.inc"
