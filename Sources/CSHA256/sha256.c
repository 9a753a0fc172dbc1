#include "CSHA256.h"
#include "blocks.h"
#include <string.h>

void sha256_start(SHA256State *state, bool portable) {
    *state = (SHA256State){.hash = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
                                    0x5be0cd19},
                           .add_blocks = sha256_add_blocks_portable};
#if defined(__x86_64__)
    // Asking takes microseconds in a virtual machine, so the answer is kept: 0 not asked yet, 1 no, 2 yes.
    static int extensions = 0;
    int known = __atomic_load_n(&extensions, __ATOMIC_RELAXED);
    if (known == 0) {
        known = sha256_has_extensions() ? 2 : 1;
        __atomic_store_n(&extensions, known, __ATOMIC_RELAXED);
    }
    if (known == 2 && !portable) { state->add_blocks = sha256_add_blocks_x86; }
#else
    (void)portable;
#endif
}

void sha256_update(SHA256State *state, const void *bytes, size_t count) {
    const uint8_t *at = bytes;
    state->length += count;
    if (state->filled > 0) {
        size_t taken = 64 - state->filled < count ? 64 - state->filled : count;
        memcpy(state->block + state->filled, at, taken);
        state->filled += taken;
        at += taken;
        count -= taken;
        if (state->filled < 64) { return; }
        state->add_blocks(state->hash, state->block, 1);
        state->filled = 0;
    }
    state->add_blocks(state->hash, at, count / 64);
    at += count / 64 * 64;
    count %= 64;
    if (count > 0) { memcpy(state->block, at, count); }
    state->filled = count;
}

void sha256_finish(SHA256State *state, uint8_t digest[32]) {
    uint64_t bits = state->length * 8;
    static const uint8_t padding[64] = {0x80};
    uint8_t length[8];
    for (int i = 0; i < 8; i++) { length[i] = (uint8_t)(bits >> (56 - 8 * i)); }
    sha256_update(state, padding, 1 + (119 - state->filled) % 64);
    sha256_update(state, length, 8);
    for (int i = 0; i < 32; i++) { digest[i] = (uint8_t)(state->hash[i / 4] >> (24 - 8 * (i % 4))); }
}
