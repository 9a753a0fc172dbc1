#pragma once
#include <cblas.h>

// Exported by OpenBLAS builds with DYNAMIC_ARCH (Debian's are), but in no header: weak, so that other builds link.
extern void gotoblas_dynamic_quit(void) __attribute__((weak));
extern void gotoblas_dynamic_init(void) __attribute__((weak));

/// 1 if this OpenBLAS can choose its kernels again while running.
static inline int nr_openblas_can_choose_again(void) {
    return gotoblas_dynamic_quit != 0 && gotoblas_dynamic_init != 0;
}

/// Lets OpenBLAS choose its kernels again, after a change of OPENBLAS_CORETYPE. Not while any thread uses it.
static inline void nr_openblas_choose_again(void) {
    gotoblas_dynamic_quit();
    gotoblas_dynamic_init();
}
