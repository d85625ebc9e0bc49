// Prints what is made of generated texts, for comparison with the same program on another instruction set.
#include <cstdio>
#include <string>

#include "support/random_text.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/sketch/overlap.hpp"
#include "wireprint/sketch/simhash.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace {

using namespace wireprint;

std::string text_of(test::Random& random) {
  std::string text;
  for (auto parts = 1 + random.below(30); parts > 0; --parts) text += random.below(5) == 0 ? test::random_unicode(random) : test::random_news(random);
  if (random.below(2) == 0) text.resize(random.below(static_cast<std::uint32_t>(text.size() + 1)));
  return text;
}

std::uint64_t digest_of(const auto& values) {
  std::uint64_t digest = 0;
  for (const auto value : values) digest = mix64(digest ^ static_cast<std::uint64_t>(value));
  return digest;
}

}  // namespace

int main() {
  test::Random random(41);
  Sketcher sketcher{Recipe{}};
  Fingerprint last;
  std::vector<std::uint64_t> tokens;
  // The bounds of an overlap come out of libm, of which the last bits are each machine's own.
  for (int i = 0; i < 3000; ++i) {
    const std::string text = text_of(random);
    const auto repaired = hash_tokens(text, tokens);
    const Fingerprint print = sketcher.sketch(tokens);
    const auto overlap = estimate_overlap(print.samples, last.samples, 8, 16);
    std::printf("%zu %llu %llx %llx %llx %llx %llx %s %a %.9f %.9f\n", tokens.size(), static_cast<unsigned long long>(repaired),
                static_cast<unsigned long long>(hash_bytes(normalize(text))), static_cast<unsigned long long>(digest_of(tokens)),
                static_cast<unsigned long long>(digest_of(print.minhash)), static_cast<unsigned long long>(digest_of(print.samples)),
                static_cast<unsigned long long>(simhash64(tokens).words[0]), print.exact.hex().c_str(),
                estimate_resemblance(print.minhash, last.minhash), overlap.resemblance.upper, overlap.a_in_b.lower);
    last = print;
  }
  return 0;
}
