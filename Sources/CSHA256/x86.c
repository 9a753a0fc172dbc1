#if defined(__x86_64__)

#include "blocks.h"
#include <cpuid.h>
#include <immintrin.h>

int sha256_has_extensions(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3)) { return 0; }
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

// The instructions keep the hash's words as (A, B, E, F) and (C, D, G, H), highest first, and do two rounds each; four
// words of the message schedule stand in one register.
__attribute__((target("sha,sse4.1,ssse3")))
void sha256_add_blocks_x86(uint32_t hash[8], const uint8_t *bytes, size_t blocks) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i dcba = _mm_loadu_si128((const __m128i *)hash);
    __m128i hgfe = _mm_loadu_si128((const __m128i *)(hash + 4));
    __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1);
    __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; blocks > 0; blocks--, bytes += 64) {
        __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i w[4];
        // Unrolled, so that w stays in registers.
#pragma clang loop unroll(full)
        for (int group = 0; group < 16; group++) {
            __m128i words;
            if (group < 4) {
                words = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * group)), big_endian);
            } else {
                // w[t] = w[t - 16] + s0(w[t - 15]) + w[t - 7] + s1(w[t - 2]), four at a time
                __m128i last = w[(group + 3) % 4];
                words = _mm_sha256msg1_epu32(w[group % 4], w[(group + 1) % 4]);
                words = _mm_add_epi32(words, _mm_alignr_epi8(last, w[(group + 2) % 4], 4));
                words = _mm_sha256msg2_epu32(words, last);
            }
            w[group % 4] = words;
            __m128i sums = _mm_add_epi32(words, _mm_loadu_si128((const __m128i *)(sha256_constants + 4 * group)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sums);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sums, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128((__m128i *)hash, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(hash + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#endif
