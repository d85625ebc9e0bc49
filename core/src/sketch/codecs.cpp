#include "sketch/codecs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace wireprint {
namespace {

template <class Length, class Number>
void put_all(ByteWriter& out, const std::vector<Number>& numbers) {
  out.put(static_cast<Length>(numbers.size()));
  for (const Number n : numbers) out.put(n);
}

template <class Length, class Number>
std::vector<Number> get_all(ByteReader& in) {
  std::vector<Number> numbers(in.get_count<Length>(sizeof(Number)));
  for (auto& n : numbers) n = in.get<Number>();
  return numbers;
}

bool strictly_rising(const std::vector<std::uint64_t>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

}  // namespace

void Codec<MinHash>::put(ByteWriter& out, const MinHash& sketch) { put_all<std::uint16_t>(out, sketch); }

MinHash Codec<MinHash>::get(ByteReader& in) { return get_all<std::uint16_t, std::uint16_t>(in); }

std::string Codec<MinHash>::fault_in(const MinHash& sketch, const Recipe& recipe) {
  if (sketch.empty() || sketch.size() == static_cast<std::size_t>(recipe.minhash_slots)) return {};
  return fmt::format("a MinHash has {} slots, its recipe {}", sketch.size(), recipe.minhash_slots);
}

void Codec<Fingerprint>::put(ByteWriter& out, const Fingerprint& print) {
  out.put(print.exact.high);
  out.put(print.exact.low);
  out.put(print.words);
  Codec<MinHash>::put(out, print.minhash);
  put_all<std::uint32_t>(out, print.samples);
}

Fingerprint Codec<Fingerprint>::get(ByteReader& in) {
  Fingerprint print;
  print.exact.high = in.get<std::uint64_t>();
  print.exact.low = in.get<std::uint64_t>();
  print.words = in.get<std::uint32_t>();
  print.minhash = Codec<MinHash>::get(in);
  print.samples = get_all<std::uint32_t, std::uint64_t>(in);
  return print;
}

std::string Codec<Fingerprint>::fault_in(const Fingerprint& print, const Recipe& recipe) {
  if (!strictly_rising(print.samples)) return "the samples of a fingerprint are not sorted and distinct";
  if ((print.words == 0) != print.minhash.empty()) return "a fingerprint has words and no MinHash, or a MinHash and no words";
  if ((print.words == 0) != print.samples.empty()) return "a fingerprint has words and no samples, or samples and no words";
  return Codec<MinHash>::fault_in(print.minhash, recipe);
}

void Codec<KMinHash>::put(ByteWriter& out, const KMinHash& sketch) { put_all<std::uint32_t>(out, sketch.least); }

KMinHash Codec<KMinHash>::get(ByteReader& in) { return {get_all<std::uint32_t, std::uint64_t>(in)}; }

std::string Codec<KMinHash>::fault_in(const KMinHash&, const Recipe&) { return {}; }

void Codec<BBitMinHash>::put(ByteWriter& out, const BBitMinHash& sketch) {
  out.put(static_cast<std::uint8_t>(sketch.bits));
  out.put(static_cast<std::uint16_t>(sketch.slots));
  for (const std::uint64_t word : sketch.words) out.put(word);
}

BBitMinHash Codec<BBitMinHash>::get(ByteReader& in) {
  BBitMinHash sketch;
  sketch.bits = in.get<std::uint8_t>();
  sketch.slots = in.get<std::uint16_t>();
  const std::size_t words = (static_cast<std::size_t>(sketch.bits) * sketch.slots + 63) / 64;
  for (std::size_t i = 0; i < words && in.ok(); ++i) sketch.words.push_back(in.get<std::uint64_t>());
  return sketch;
}

std::string Codec<BBitMinHash>::fault_in(const BBitMinHash& sketch, const Recipe& recipe) {
  if (sketch.bits != 1 && sketch.bits != 2 && sketch.bits != 4 && sketch.bits != 8) return fmt::format("a slot has {} bits", sketch.bits);
  if (sketch.slots == 0 || sketch.slots == static_cast<std::uint32_t>(recipe.minhash_slots)) return {};
  return fmt::format("a b-bit MinHash has {} slots, its recipe {}", sketch.slots, recipe.minhash_slots);
}

}  // namespace wireprint
