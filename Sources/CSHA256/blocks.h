#pragma once

#include <stddef.h>
#include <stdint.h>

/// The round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
extern const uint32_t sha256_constants[64];

void sha256_add_blocks_portable(uint32_t hash[8], const uint8_t *bytes, size_t blocks);

#if defined(__x86_64__)
/// With the SHA extensions; only where `sha256_has_extensions`.
void sha256_add_blocks_x86(uint32_t hash[8], const uint8_t *bytes, size_t blocks);
int sha256_has_extensions(void);
#endif
