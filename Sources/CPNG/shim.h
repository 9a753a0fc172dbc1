#pragma once
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <png.h>

/// libpng reports errors by longjmp, which Swift cannot cross: these functions keep it inside C and return a code.

/// A keyword and its UTF-8 text, written as an iTXt chunk.
typedef struct {
    const char *keyword;
    const char *text;
} cpng_text;

/// A PNG file being written, or the error message that ended it.
typedef struct {
    uint8_t *bytes;
    size_t length;
    size_t capacity;
    char message[160];
} cpng_output;

static inline void cpng_error(png_structp png, png_const_charp message) {
    cpng_output *output = (cpng_output *)png_get_error_ptr(png);
    snprintf(output->message, sizeof output->message, "%s", message);
    png_longjmp(png, 1);
}

static inline void cpng_warning(png_structp png, png_const_charp message) {
    // A warning here is a text that libpng will not write: better said than lost.
    cpng_error(png, message);
}

static inline void cpng_append(png_structp png, png_bytep bytes, png_size_t count) {
    cpng_output *output = (cpng_output *)png_get_io_ptr(png);
    if (output->length + count > output->capacity) {
        size_t capacity = 2 * (output->length + count);
        uint8_t *grown = (uint8_t *)realloc(output->bytes, capacity);
        if (!grown) png_error(png, "out of memory");
        output->bytes = grown;
        output->capacity = capacity;
    }
    memcpy(output->bytes + output->length, bytes, count);
    output->length += count;
}

static inline void cpng_flush(png_structp png) { (void)png; }

/// Three bytes a pixel, red first, from pixels 0xXXRRGGBB; `row` has room for one byte more.
static inline void cpng_pack(const uint32_t *source, uint32_t width, png_bytep row) {
    for (uint32_t x = 0; x < width; x++) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        // One store instead of three: the byte too many is written over by the next.
        uint32_t pixel = __builtin_bswap32(source[x]) >> 8;
        memcpy(row + 3 * x, &pixel, 4);
#else
        row[3 * x] = (png_byte)(source[x] >> 16);
        row[3 * x + 1] = (png_byte)(source[x] >> 8);
        row[3 * x + 2] = (png_byte)source[x];
#endif
    }
}

/// Writes 8-bit RGB from pixels 0xXXRRGGBB with `stride` bytes a row. Returns 0 and the file in `output`, or -1 and its
/// message. Either way the caller frees `output->bytes`.
static inline int cpng_write(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t pixels_per_metre,
    const cpng_text *texts, int text_count, cpng_output *output) {
    memset(output, 0, sizeof *output);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, output, cpng_error, cpng_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    png_textp chunks = (png_textp)calloc((size_t)text_count + 1, sizeof(png_text));
    png_bytep row = (png_bytep)malloc((size_t)width * 3 + 1);
    int result = -1;
    if (!png || !info || !chunks || !row) {
        if (!output->message[0]) snprintf(output->message, sizeof output->message, "out of memory");
    } else if (setjmp(png_jmpbuf(png)) == 0) {
        png_set_write_fn(png, output, cpng_append, cpng_flush);
        png_set_IHDR(
            png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
            PNG_FILTER_TYPE_DEFAULT);
        // Figures are flat areas and thin lines: filters make them larger, and three times as slow to pack.
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
        png_set_compression_level(png, 3);
        // A smaller table of what was seen is sooner kept in order.
        png_set_compression_mem_level(png, 6);
        png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
        png_set_pHYs(png, info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
        for (int i = 0; i < text_count; i++) {
            chunks[i].compression = PNG_ITXT_COMPRESSION_NONE;
            chunks[i].key = (png_charp)texts[i].keyword;
            chunks[i].text = (png_charp)texts[i].text;
            chunks[i].itxt_length = strlen(texts[i].text);
            chunks[i].lang = (png_charp) "";
            chunks[i].lang_key = (png_charp) "";
        }
        png_set_text(png, info, chunks, text_count);
        png_write_info(png, info);
        for (uint32_t y = 0; y < height; y++) {
            const uint32_t *source = (const uint32_t *)(const void *)(pixels + (size_t)y * stride);
            cpng_pack(source, width, row);
            png_write_row(png, row);
        }
        png_write_end(png, info);
        result = 0;
    }
    free(row);
    free(chunks);
    if (png) png_destroy_write_struct(&png, info ? &info : NULL);
    return result;
}
