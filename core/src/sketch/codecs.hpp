// How each kind of sketch stands in its file: its number, its fields, and what it may not be.
#pragma once

#include <optional>
#include <string>

#include "sketch/byte_io.hpp"
#include "wireprint/sketch/bytes.hpp"

namespace wireprint {

/// `kKind` and `kName` of a file, the fewest bytes of one sketch, put() and get() of one, and fault_in() that gives what
/// is wrong with one that was read, empty if nothing is.
template <class Sketch>
struct Codec;

template <>
struct Codec<Fingerprint> {
  static constexpr std::uint32_t kKind = 1;
  static constexpr const char* kName = "fingerprints";
  static constexpr std::size_t kLeastSize = 26;
  static void put(ByteWriter& out, const Fingerprint& print);
  static Fingerprint get(ByteReader& in);
  static std::string fault_in(const Fingerprint& print, const Recipe& recipe);
};

template <>
struct Codec<MinHash> {
  static constexpr std::uint32_t kKind = 2;
  static constexpr const char* kName = "MinHash";
  static constexpr std::size_t kLeastSize = 2;
  static void put(ByteWriter& out, const MinHash& sketch);
  static MinHash get(ByteReader& in);
  static std::string fault_in(const MinHash& sketch, const Recipe& recipe);
};

template <>
struct Codec<KMinHash> {
  static constexpr std::uint32_t kKind = 3;
  static constexpr const char* kName = "k-hash MinHash";
  static constexpr std::size_t kLeastSize = 4;
  static void put(ByteWriter& out, const KMinHash& sketch);
  static KMinHash get(ByteReader& in);
  static std::string fault_in(const KMinHash& sketch, const Recipe& recipe);
};

template <>
struct Codec<BBitMinHash> {
  static constexpr std::uint32_t kKind = 4;
  static constexpr const char* kName = "b-bit MinHash";
  static constexpr std::size_t kLeastSize = 3;
  static void put(ByteWriter& out, const BBitMinHash& sketch);
  static BBitMinHash get(ByteReader& in);
  static std::string fault_in(const BBitMinHash& sketch, const Recipe& recipe);
};

template <int Bits>
struct Codec<SimHash<Bits>> {
  static constexpr std::uint32_t kKind = Bits == 64 ? 5 : 6;
  static constexpr const char* kName = Bits == 64 ? "SimHash of 64 bits" : "SimHash of 128 bits";
  static constexpr std::size_t kLeastSize = Bits / 8;
  static void put(ByteWriter& out, const SimHash<Bits>& sketch) {
    for (const std::uint64_t word : sketch.words) out.put(word);
  }
  static SimHash<Bits> get(ByteReader& in) {
    SimHash<Bits> sketch;
    for (auto& word : sketch.words) word = in.get<std::uint64_t>();
    return sketch;
  }
  static std::string fault_in(const SimHash<Bits>&, const Recipe&) { return {}; }
};

}  // namespace wireprint
