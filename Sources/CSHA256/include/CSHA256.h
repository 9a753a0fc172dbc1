// SHA-256 (FIPS 180-4). Ours because the package that has it compiles 240 files of C++ for it: minutes of every build.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct SHA256State {
    uint32_t hash[8];
    uint64_t length;
    /// The bytes of a block that is not full yet, and how many they are.
    uint8_t block[64];
    size_t filled;
} SHA256State;

void sha256_start(SHA256State *state);
void sha256_update(SHA256State *state, const void *bytes, size_t count);
/// Writes the 32 bytes of the hash; the state is used up.
void sha256_finish(SHA256State *state, uint8_t digest[32]);
