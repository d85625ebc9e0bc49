// Bytes as gzip and zstd write them.
#pragma once

#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

namespace wireprint::test {

/// One gzip member.
inline std::string gzip(std::string_view bytes) {
  z_stream stream = {};
  REQUIRE(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

/// One zstd frame with a checksum.
inline std::string zstd(std::string_view bytes) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size());
  ZSTD_freeCCtx(context);
  REQUIRE(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

/// A frame that zstd readers pass over.
inline std::string zstd_skippable(std::string_view bytes) {
  std::string out("\x53\x2a\x4d\x18", 4);
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>((bytes.size() >> shift) & 0xffU);
  return out.append(bytes);
}

/// Hexadecimal digits in lines: compressible, but not to nothing.
inline std::string noise(std::size_t size, unsigned seed = 7) {
  std::mt19937 random(seed);
  std::string out(size, '\n');
  for (std::size_t i = 0; i < size; ++i) {
    if (i % 100 != 99) out[i] = "0123456789abcdef"[random() % 16];
  }
  return out;
}

}  // namespace wireprint::test
