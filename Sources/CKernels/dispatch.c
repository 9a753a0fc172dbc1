// Which tables this CPU can run.
#include "CKernels.h"

extern const NRKernels nr_kernels_portable;
#if defined(__x86_64__)
extern const NRKernels nr_kernels_avx2;
extern const NRKernels nr_kernels_avx512;
#endif

const NRKernels *nr_kernels(NRInstructionSet set) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (set == NRAVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                       __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("fma")
                   ? &nr_kernels_avx512
                   : NULL;
    }
    if (set == NRAVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &nr_kernels_avx2 : NULL;
    }
#endif
    return set == NRPortable ? &nr_kernels_portable : NULL;
}
