#pragma once

#include <zlib.h>

/// Prepares a stream to decompress gzip: inflateInit2 is a macro, which Swift can't call. 31: the largest window, and
/// a gzip header rather than a zlib one.
static inline int zlib_start_gzip(z_stream *stream) { return inflateInit2(stream, 31); }
