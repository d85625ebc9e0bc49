#include "packer.hpp"

#define ZLIB_CONST  // next_in points to const bytes
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <chrono>
#include <limits>
#include <vector>

namespace wireprint::command {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10U;
constexpr int kGzipWithLargestWindow = 16 + MAX_WBITS;
constexpr int kMemLevel = 8;  // zlib's own default
constexpr int kZstdLevel = 3;
constexpr int kWorkers = 2;  // with one and more, zstd cuts the input at the same places whatever their number

class PlainPacker final : public Packer {
 public:
  explicit PlainPacker(Output& to) : to_(to) {}
  void write(std::string_view bytes) override { to_.write(bytes); }
  void finish() override {}
  [[nodiscard]] double seconds() const override { return 0; }

 private:
  Output& to_;
};

/// What the two compressing packers share: the time, and the buffer.
class Compressor : public Packer {
 public:
  explicit Compressor(Output& to) : to_(to), buffer_(kPiece) {}

  void write(std::string_view bytes) final { timed(bytes, false); }
  void finish() final { timed({}, true); }
  [[nodiscard]] double seconds() const final { return seconds_; }

 protected:
  virtual void compress(std::string_view bytes, bool last) = 0;

  [[nodiscard]] std::vector<char>& buffer() { return buffer_; }
  void give(std::size_t size) { to_.write({buffer_.data(), size}); }

 private:
  void timed(std::string_view bytes, bool last) {
    const auto start = std::chrono::steady_clock::now();
    compress(bytes, last);
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  Output& to_;
  std::vector<char> buffer_;
  double seconds_ = 0;
};

class GzipPacker final : public Compressor {
 public:
  explicit GzipPacker(Output& to) : Compressor(to) {
    [[maybe_unused]] const int ready = deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWithLargestWindow, kMemLevel, Z_DEFAULT_STRATEGY);
    assert(ready == Z_OK && "memory for zlib");
  }
  ~GzipPacker() override { deflateEnd(&stream_); }

 private:
  void compress(std::string_view bytes, bool last) override {
    do {
      const auto piece = bytes.substr(0, std::numeric_limits<uInt>::max());
      bytes.remove_prefix(piece.size());
      stream_.next_in = reinterpret_cast<const Bytef*>(piece.data());
      stream_.avail_in = static_cast<uInt>(piece.size());
      drain(last && bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
    } while (!bytes.empty());
  }

  void drain(int flush) {
    int status = Z_OK;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer().data());
      stream_.avail_out = static_cast<uInt>(buffer().size());
      status = deflate(&stream_, flush);
      give(buffer().size() - stream_.avail_out);
    } while (flush == Z_FINISH ? status != Z_STREAM_END : stream_.avail_out == 0);
  }

  z_stream stream_ = {};
};

class ZstdPacker final : public Compressor {
 public:
  explicit ZstdPacker(Output& to) : Compressor(to), stream_(ZSTD_createCCtx()) {
    assert(stream_ && "memory for zstd");
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_compressionLevel, kZstdLevel);
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(stream_.get(), ZSTD_c_nbWorkers, kWorkers);  // refused by a library without threads, which then has none
  }

 private:
  void compress(std::string_view bytes, bool last) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 0;
    do {
      ZSTD_outBuffer out{buffer().data(), buffer().size(), 0};
      left = ZSTD_compressStream2(stream_.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
      assert(ZSTD_isError(left) == 0 && "zstd can compress anything");
      give(out.pos);
    } while (last ? left != 0 : in.pos < in.size);
  }

  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };
  std::unique_ptr<ZSTD_CCtx, Free> stream_;
};

}  // namespace

std::unique_ptr<Packer> Packer::make(Packing packing, Output& to) {
  switch (packing) {
    case Packing::Gzip: return std::make_unique<GzipPacker>(to);
    case Packing::Zstd: return std::make_unique<ZstdPacker>(to);
    case Packing::None: break;
  }
  return std::make_unique<PlainPacker>(to);
}

Packing packing_named_by(const std::string& path) {
  std::string lower = path;
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (lower.ends_with(".gz")) return Packing::Gzip;
  return lower.ends_with(".zst") ? Packing::Zstd : Packing::None;
}

}  // namespace wireprint::command
