#include "wireprint/article/byte_source.hpp"

#include "article/decoder.hpp"
#include "article/raw_input.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";
constexpr std::string_view kSkippableMagic = "\x2a\x4d\x18";  // after a byte 0x50 to 0x5f

bool is_zstd(std::string_view magic) {
  if (magic == kZstdMagic) return true;
  return magic.size() == 4 && (static_cast<unsigned char>(magic[0]) & 0xf0U) == 0x50 && magic.substr(1) == kSkippableMagic;
}

std::unique_ptr<Decoder> decoder_for(std::string_view magic, RawInput& input) {
  if (magic.starts_with(kGzipMagic)) return make_gzip_decoder(input);
  if (is_zstd(magic)) return make_zstd_decoder(input);
  return make_plain_decoder(input);
}

}  // namespace

struct ByteSource::State {
  explicit State(RawInput raw) : input(std::move(raw)) {}

  RawInput input;
  std::unique_ptr<Decoder> decoder = {};  // made at the first read, for it may have to wait for a pipe's writer
  std::optional<Error> damage = {};
  bool ended = false;
};

ByteSource::ByteSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::open(const std::string& path) {
  auto input = RawInput::open(path);
  if (!input) return fail(input.error());
  return ByteSource(std::make_unique<State>(std::move(*input)));
}

Result<std::string_view> ByteSource::next() {
  if (!state_->decoder && !state_->damage) {
    const auto magic = state_->input.peek(kZstdMagic.size());
    if (magic) state_->decoder = decoder_for(*magic, state_->input);
    if (!magic) state_->damage = magic.error();
  }
  while (!state_->ended && !state_->damage) {
    auto step = state_->decoder->step();
    state_->ended = step.ended;
    state_->damage = std::move(step.damage);
    if (!step.bytes.empty()) return step.bytes;
  }
  if (state_->damage) return fail(*state_->damage);
  return std::string_view{};
}

std::uint64_t ByteSource::bytes_read() const { return state_->input.position(); }
std::uint64_t ByteSource::bytes_total() const { return state_->input.size(); }

}  // namespace wireprint
