#include "article/decoder.hpp"

#include <fmt/format.h>

namespace wireprint {
namespace {

class PlainDecoder final : public Decoder {
 public:
  explicit PlainDecoder(RawInput& input) : input_(input) {}

  Step step() override {
    const auto bytes = input_.available();
    if (!bytes) return {.damage = bytes.error()};
    input_.consume(bytes->size());
    return {.bytes = *bytes, .ended = bytes->empty()};
  }

 private:
  RawInput& input_;
};

}  // namespace

std::unique_ptr<Decoder> make_plain_decoder(RawInput& input) { return std::make_unique<PlainDecoder>(input); }

Error truncated(std::string_view format, const RawInput& input) {
  return {ErrorCode::BadInput,
          fmt::format("{} stream is truncated: more was expected after byte {}", format, input.position()),
          {.file = input.path()}};
}

Error corrupt(std::string_view format, const RawInput& input, std::string_view reason) {
  return {ErrorCode::BadInput, fmt::format("{} stream is corrupt at byte {}: {}", format, input.position(), reason),
          {.file = input.path()}};
}

}  // namespace wireprint
