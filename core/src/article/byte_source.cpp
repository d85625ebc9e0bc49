#include "wireprint/article/byte_source.hpp"

#include <utility>

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

Packing packing_of(std::string_view magic) {
  if (magic.starts_with(kGzipMagic)) return Packing::Gzip;
  return is_zstd(magic) ? Packing::Zstd : Packing::None;
}

// Whether an input that begins so may be compressed: of one that may not, no further byte has to be waited for.
bool may_be_packed(std::string_view begin) {
  const auto first = static_cast<unsigned char>(begin.front());
  if ((first & 0xf0U) == 0x50) return begin.substr(1) == kSkippableMagic.substr(0, begin.size() - 1);
  return kGzipMagic.starts_with(begin) || kZstdMagic.starts_with(begin);
}

// The first bytes, as many as tell how the rest is packed.
Result<std::string_view> peek_magic(RawInput& input) {
  auto magic = input.peek(1);
  for (std::size_t more = 2; magic && magic->size() == more - 1 && may_be_packed(*magic) && more <= kZstdMagic.size(); ++more) {
    magic = input.peek(more);
  }
  return magic;
}

std::unique_ptr<Decoder> decoder_for(Packing packing, RawInput& input) {
  switch (packing) {
    case Packing::Gzip: return make_gzip_decoder(input);
    case Packing::Zstd: return make_zstd_decoder(input);
    case Packing::None: break;
  }
  return make_plain_decoder(input);
}

}  // namespace

std::string_view name_of(Packing packing) {
  switch (packing) {
    case Packing::None: return "none";
    case Packing::Gzip: return "gzip";
    case Packing::Zstd: break;
  }
  return "zstd";
}

struct ByteSource::State {
  explicit State(RawInput raw) : input(std::move(raw)) {}

  RawInput input;
  Packing packing = Packing::None;
  std::unique_ptr<Decoder> decoder = {};  // made at the first read, for it may have to wait for a pipe's writer
  std::optional<Error> damage = {};
  bool ended = false;
  std::string head = {};  // read ahead
  bool head_given = false;

  void start();
  std::string_view more();
};

void ByteSource::State::start() {
  if (decoder || damage) return;
  const auto magic = peek_magic(input);
  if (magic) decoder = decoder_for(packing = packing_of(*magic), input);
  if (!magic) damage = magic.error();
}

/// Empty at the end and at damage.
std::string_view ByteSource::State::more() {
  start();
  while (!ended && !damage) {
    auto step = decoder->step();
    ended = step.ended;
    damage = std::move(step.damage);
    if (!step.bytes.empty()) return step.bytes;
  }
  return {};
}

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
  if (!state_->head.empty()) {
    if (!std::exchange(state_->head_given, true)) return std::string_view(state_->head);
    std::string().swap(state_->head);
  }
  const auto bytes = state_->more();
  if (bytes.empty() && state_->damage) return fail(*state_->damage);
  return bytes;
}

bool ByteSource::read_ahead() {
  const auto bytes = state_->more();
  state_->head.append(bytes);
  return !bytes.empty();
}

std::string_view ByteSource::head() const {
  if (state_->head_given) return {};
  return state_->head;
}

std::uint64_t ByteSource::bytes_read() const { return state_->input.position(); }
Packing ByteSource::packing() const { return state_->packing; }
Hash128 ByteSource::hash() const { return state_->input.hash(); }
std::uint64_t ByteSource::bytes_total() const { return state_->input.size(); }

}  // namespace wireprint
