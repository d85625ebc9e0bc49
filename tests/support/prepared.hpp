// An article's text made ready for proof, as the engine does it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint::test {

class Prepared {
 public:
  explicit Prepared(std::string body, std::string headline = "", const CrossingDays& spread = {}) {
    article_.body = std::move(body);
    article_.headline = std::move(headline);
    TokenStream tokens = tokenize(article_.body);
    mark_furniture(find_furniture(article_), tokens);
    text_ = prepare_text(article_.body, std::move(tokens), article_.headline, Recipe{}, spread);
  }
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  operator const PreparedText&() const { return text_; }
  const PreparedText* operator->() const { return &text_; }

 private:
  Article article_;
  PreparedText text_;
};

/// Crossing days by hand: every shingle of `text` is furniture from `day` on.
inline CrossingDays recurring(std::string_view text, Day day) {
  std::vector<std::uint64_t> shingles;
  for (const Seed& seed : seeds_of(tokenize(text).hashes, Recipe{})) {
    if (shingles.empty() || shingles.back() != seed.shingle) shingles.push_back(seed.shingle);
  }
  std::vector<DatedSamples> articles;
  for (int window = 3; window >= 0; --window) articles.push_back({day - 5 * window, {0, static_cast<std::uint64_t>(window)}, "k", shingles});
  return {articles, 100, Executor(1)};
}

}  // namespace wireprint::test
