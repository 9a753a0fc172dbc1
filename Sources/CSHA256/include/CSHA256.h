// SHA-256 (FIPS 180-4). Ours because the package that has it compiles 240 files of C++ for it: minutes of every build.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct SHA256State {
    uint32_t hash[8];
    uint64_t length;
    /// The bytes of a block that is not full yet, and how many they are.
    uint8_t block[64];
    size_t filled;
    /// Adds whole blocks of 64 bytes to a hash.
    void (*add_blocks)(uint32_t hash[8], const uint8_t *bytes, size_t blocks);
} SHA256State;

/// With the CPU's own SHA instructions where it has them and `portable` is false.
void sha256_start(SHA256State *state, bool portable);
void sha256_update(SHA256State *state, const void *bytes, size_t count);
/// Writes the 32 bytes of the hash; the state is used up.
void sha256_finish(SHA256State *state, uint8_t digest[32]);
