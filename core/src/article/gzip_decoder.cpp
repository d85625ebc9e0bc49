#define ZLIB_CONST  // next_in points to const bytes

#include <zlib.h>

#include <vector>

#include "article/decoder.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kOutputBytes = std::size_t{256} << 10U;
constexpr int kGzipWithLargestWindow = 16 + MAX_WBITS;

class GzipDecoder final : public Decoder {
 public:
  explicit GzipDecoder(RawInput& input) : input_(input), output_(kOutputBytes) {
    ready_ = inflateInit2(&stream_, kGzipWithLargestWindow) == Z_OK;
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }

  Step step() override {
    if (!ready_) return {.damage = corrupt("gzip", input_, "no memory to read it")};
    const auto bytes = input_.available();
    if (!bytes) return {.damage = bytes.error()};
    if (bytes->empty()) return end_of_file();
    if (!inside_member_) {
      inflateReset(&stream_);
      inside_member_ = true;
    }
    return inflate_some(*bytes);
  }

 private:
  Step end_of_file() const {
    if (inside_member_) return {.damage = truncated("gzip", input_)};
    return {.ended = true};
  }

  Step inflate_some(std::string_view bytes) {
    stream_.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = output_.data();
    stream_.avail_out = static_cast<uInt>(output_.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input_.consume(bytes.size() - stream_.avail_in);

    Step made{.bytes = {reinterpret_cast<const char*>(output_.data()), output_.size() - stream_.avail_out}};
    if (status == Z_STREAM_END) inside_member_ = false;
    if (status != Z_OK && status != Z_STREAM_END) {
      made.damage = corrupt("gzip", input_, stream_.msg != nullptr ? stream_.msg : zError(status));
    }
    return made;
  }

  RawInput& input_;
  std::vector<Bytef> output_;
  z_stream stream_ = {};
  bool ready_ = false;
  bool inside_member_ = true;  // the magic said that there is one
};

}  // namespace

std::unique_ptr<Decoder> make_gzip_decoder(RawInput& input) { return std::make_unique<GzipDecoder>(input); }

}  // namespace wireprint
