// From bytes to words: hashing bytes, normalising, cutting and hashing, for each script of news.
#include <benchmark/benchmark.h>

#include "suites.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::bench {
namespace {

using Hashes = std::vector<std::uint64_t>;

// The fast way gives the hashes of the slow one.
void check_tokens(const Texts& texts) {
  Hashes fast;
  for (std::size_t i = 0; i < std::min<std::size_t>(50, texts.bodies.size()); ++i) {
    hash_tokens(texts.bodies[i], fast);
    check(fast == tokenize(texts.bodies[i]).hashes, "hash_tokens and tokenize differ on " + texts.name);
  }
}

// `step(text)` gives how many items it made.
template <class Step>
void add(const std::string& name, const Texts& texts, Step step) {
  benchmark::RegisterBenchmark((name + "/" + texts.name).c_str(), [&texts, step](benchmark::State& state) mutable {
    std::int64_t items = 0;
    for (auto round : state) {
      for (const auto& body : texts.bodies) items += static_cast<std::int64_t>(step(body));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(texts.bytes()) * static_cast<std::int64_t>(state.iterations()));
    state.SetItemsProcessed(items);
  })->Unit(benchmark::kMillisecond);
}

std::size_t sketch(const std::string& body) {
  static Hashes tokens;
  static Sketcher sketcher{Recipe{}};
  hash_tokens(body, tokens);
  benchmark::DoNotOptimize(sketcher.sketch(tokens));
  return tokens.size();
}

}  // namespace

void add_text_suite() {
  for (const Texts& texts : scripts()) {
    check_tokens(texts);
    add("text/hash_bytes", texts, [](const std::string& body) { return benchmark::DoNotOptimize(hash_bytes(body)), std::size_t{1}; });
    add("text/normalize", texts, [](const std::string& body) { return benchmark::DoNotOptimize(normalize(body)), std::size_t{1}; });
    add("text/tokenize", texts, [](const std::string& body) { return tokenize(body).size(); });
    add("text/hash_tokens", texts, [hashes = Hashes{}](const std::string& body) mutable { return hash_tokens(body, hashes), hashes.size(); });
    add("text/fingerprint", texts, sketch);
  }
}

}  // namespace wireprint::bench
