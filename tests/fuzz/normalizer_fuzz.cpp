// Any bytes are a text: both ways of cutting it agree on every instruction set, and every token lies inside.
#include "fuzz/target.hpp"
#include "support/targets.hpp"
#include "wireprint/text/tokenizer.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wireprint;
  const auto text = fuzz::text_of(data, size);
  const TokenStream tokens = tokenize(text);
  test::for_each_target([&](const std::string&) {
    std::vector<std::uint64_t> hashes;
    fuzz::require(hash_tokens(text, hashes) == tokens.repaired && hashes == tokens.hashes);
  });
  for (const TextRange& range : tokens.ranges) fuzz::require(range.begin < range.end && range.end <= size);
  (void)normalize(text);
  return 0;
}
