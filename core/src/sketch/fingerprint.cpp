#include "wireprint/sketch/fingerprint.hpp"

#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {

Fingerprint Sketcher::sketch(std::span<const std::uint64_t> tokens) {
  hash_shingles(tokens, recipe_.shingle_words, recipe_.seed, shingles_);
  Fingerprint print;
  print.exact = hash_words_128(tokens);
  print.minhash = minhash(shingles_, recipe_.minhash_slots);
  print.samples = sample_shingles(shingles_, recipe_.sample_one_in, recipe_.sample_floor);
  print.words = static_cast<std::uint32_t>(tokens.size());
  return print;
}

}  // namespace wireprint
