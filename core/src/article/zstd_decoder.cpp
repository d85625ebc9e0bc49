#include <zstd.h>

#include <algorithm>
#include <vector>

#include "article/decoder.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kFrameStart = 5;  // bytes that tell how long the frame's header is

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdDecoder final : public Decoder {
 public:
  explicit ZstdDecoder(RawInput& input) : input_(input), stream_(ZSTD_createDStream()), output_(ZSTD_DStreamOutSize()) {}

  Step step() override {
    if (!stream_) return {.damage = corrupt("zstd", input_, "no memory to read it")};
    const auto bytes = input_.available();
    if (!bytes) return {.damage = bytes.error()};
    if (bytes->empty()) return end_of_file();
    return decompress_some(*bytes);
  }

 private:
  Step end_of_file() const {
    if (inside_frame_) return {.damage = truncated("zstd", input_)};
    return {.ended = true};
  }

  // The library is given no more than it asks for, one block: when it fails it does not say how much it had
  // written, and blocks before the damage would be lost.
  Step decompress_some(std::string_view bytes) {
    ZSTD_inBuffer in{bytes.data(), std::min(bytes.size(), wanted_), 0};
    ZSTD_outBuffer out{output_.data(), output_.size(), 0};
    const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
    if (ZSTD_isError(status) != 0) return {.damage = corrupt("zstd", input_, ZSTD_getErrorName(status))};

    input_.consume(in.pos);
    inside_frame_ = status != 0;
    wanted_ = inside_frame_ ? status : kFrameStart;
    return {.bytes = {output_.data(), out.pos}};
  }

  RawInput& input_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  std::vector<char> output_;
  std::size_t wanted_ = kFrameStart;
  bool inside_frame_ = true;  // the magic said that there is one
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder(RawInput& input) { return std::make_unique<ZstdDecoder>(input); }

}  // namespace wireprint
