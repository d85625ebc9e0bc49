#include "wireprint/sketch/bytes.hpp"

#include <fmt/format.h>

#include "sketch/codecs.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kMagic = "WPSKETCH";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderSize = 24;  // magic, version, kind, length of the payload
constexpr std::size_t kChecksumSize = 8;

tl::unexpected<Error> damaged(std::string reason) { return fail({ErrorCode::BadInput, "sketch file: " + std::move(reason)}); }

std::uint64_t number_at(std::string_view bytes, std::size_t at) { return ByteReader(bytes.substr(at)).get<std::uint64_t>(); }

struct Envelope {
  std::uint32_t kind = 0;
  std::string_view payload;
};

Result<Envelope> open_envelope(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return damaged("does not begin with WPSKETCH");
  if (bytes.size() < kHeaderSize + kChecksumSize) return damaged(fmt::format("cut short: {} bytes hold no header", bytes.size()));
  ByteReader header(bytes.substr(kMagic.size()));
  const auto version = header.get<std::uint32_t>();
  if (version != kVersion) return fail({ErrorCode::Incompatible, fmt::format("sketch file: version {}; this library reads {}", version, kVersion)});
  const auto kind = header.get<std::uint32_t>();
  const auto length = header.get<std::uint64_t>();
  const std::size_t held = bytes.size() - kHeaderSize - kChecksumSize;
  if (length != held) return damaged(fmt::format("its header says {} bytes of payload, there are {}", length, held));
  const auto checked = bytes.substr(0, bytes.size() - kChecksumSize);
  if (hash_bytes(checked) != number_at(bytes, checked.size())) return damaged("its checksum differs: a byte was changed");
  return Envelope{kind, checked.substr(kHeaderSize)};
}

void put_recipe(ByteWriter& out, const Recipe& recipe) {
  out.put_text(recipe.text);
  out.put_text(recipe.unicode);
  out.put(recipe.seed);
  for (const int n : {recipe.shingle_words, recipe.minhash_slots, recipe.sample_one_in, recipe.sample_floor, recipe.spread_rate}) {
    out.put(static_cast<std::uint32_t>(n));
  }
}

Recipe get_recipe(ByteReader& in) {
  Recipe recipe;
  recipe.text = in.get_text();
  recipe.unicode = in.get_text();
  recipe.seed = in.get<std::uint64_t>();
  for (int* n : {&recipe.shingle_words, &recipe.minhash_slots, &recipe.sample_one_in, &recipe.sample_floor, &recipe.spread_rate}) {
    *n = static_cast<int>(in.get<std::uint32_t>());  // what does not fit becomes negative, which no field may be
  }
  return recipe;
}

template <class Sketch>
Result<StoredSketches<Sketch>> read_payload(std::string_view payload) {
  ByteReader in(payload);
  StoredSketches<Sketch> stored;
  stored.recipe = get_recipe(in);
  if (!in.ok()) return damaged("cut short in the recipe");
  if (const auto fault = fault_in(stored.recipe)) return damaged("its recipe has a fault: " + fault->message);
  const std::size_t count = in.get_count<std::uint64_t>(Codec<Sketch>::kLeastSize);
  if (!in.ok()) return damaged("it says to hold more sketches than its bytes can");
  stored.sketches.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    stored.sketches.push_back(Codec<Sketch>::get(in));
    if (!in.ok()) return damaged(fmt::format("cut short in sketch {} of {}", i + 1, count));
    const auto fault = Codec<Sketch>::fault_in(stored.sketches.back(), stored.recipe);
    if (!fault.empty()) return damaged(fmt::format("sketch {}: {}", i + 1, fault));
  }
  if (in.left() > 0) return damaged(fmt::format("{} bytes stand after the last sketch", in.left()));
  return stored;
}

}  // namespace

template <class Sketch>
std::string to_bytes(const Recipe& recipe, std::span<const Sketch> sketches) {
  ByteWriter payload;
  put_recipe(payload, recipe);
  payload.put(static_cast<std::uint64_t>(sketches.size()));
  for (const auto& sketch : sketches) Codec<Sketch>::put(payload, sketch);

  ByteWriter file;
  file.put_bytes(kMagic);
  file.put(kVersion);
  file.put(Codec<Sketch>::kKind);
  file.put(static_cast<std::uint64_t>(payload.bytes().size()));
  file.put_bytes(payload.bytes());
  file.put(hash_bytes(file.bytes()));
  return file.bytes();
}

template <class Sketch>
Result<StoredSketches<Sketch>> from_bytes(std::string_view bytes) {
  const auto envelope = open_envelope(bytes);
  if (!envelope) return fail(envelope.error());
  if (envelope->kind == Codec<Sketch>::kKind) return read_payload<Sketch>(envelope->payload);
  return fail({ErrorCode::Incompatible, fmt::format("sketch file: holds sketches of kind {}; asked were {}, kind {}", envelope->kind,
                                                    Codec<Sketch>::kName, Codec<Sketch>::kKind)});
}

#define WIREPRINT_STORED(Sketch)                                                      \
  template std::string to_bytes<Sketch>(const Recipe&, std::span<const Sketch>);      \
  template Result<StoredSketches<Sketch>> from_bytes<Sketch>(std::string_view bytes)
WIREPRINT_STORED(Fingerprint);
WIREPRINT_STORED(MinHash);
WIREPRINT_STORED(KMinHash);
WIREPRINT_STORED(BBitMinHash);
WIREPRINT_STORED(SimHash64);
WIREPRINT_STORED(SimHash128);
#undef WIREPRINT_STORED

}  // namespace wireprint
