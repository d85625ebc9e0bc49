// Postings as news has them: most shingles below the sample's bound, some held by many articles.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "archive/run.hpp"
#include "archive/run_builder.hpp"
#include "support/random_sets.hpp"
#include "wireprint/sketch/sample.hpp"

namespace wireprint::test {

inline constexpr int kOneIn = 16;

/// `count` or fewer, rising, of articles [first, first + articles).
inline std::vector<Posting> random_postings(std::size_t count, std::uint32_t first, std::uint32_t articles, Random& random) {
  std::vector<Posting> postings;
  std::uint64_t shingle = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == 0 || random.below(3) != 0) shingle = random() / (random.below(20) == 0 ? 1 : kOneIn);
    postings.push_back({shingle, first + static_cast<std::uint32_t>(random.below(articles))});
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  return postings;
}

inline RunPlan plan_of(const std::vector<Posting>& postings) {
  RunPlan plan{.bound = sample_bound(kOneIn), .first_article = ~std::uint32_t{0}};
  for (const auto& posting : postings) {
    ++(posting.shingle < plan.bound ? plan.postings_below : plan.postings_above);
    plan.first_article = std::min(plan.first_article, posting.article);
    plan.last_article = std::max(plan.last_article, posting.article);
  }
  if (postings.empty()) plan.first_article = 0;
  return plan;
}

inline std::string run_bytes(const std::vector<Posting>& postings) { return build_run(plan_of(postings), postings); }

/// Owns a copy of `bytes`.
inline Result<Run> open_run(const std::string& bytes) {
  auto owner = std::make_shared<const std::string>(bytes);
  const std::string_view view = *owner;
  return Run::open(view, std::move(owner));
}

inline std::vector<Posting> all_postings(const Run& run) {
  std::vector<Posting> postings;
  RunScanner scanner(run);
  for (; scanner.peek() != nullptr; scanner.advance()) postings.push_back(*scanner.peek());
  return postings;
}

/// Nothing where the run is damaged.
inline std::optional<std::vector<std::uint32_t>> holders(const Run& run, std::uint64_t shingle) {
  std::vector<std::uint32_t> articles;
  if (!run.visit(shingle, [&](std::uint32_t article) { articles.push_back(article); })) return std::nullopt;
  return articles;
}

}  // namespace wireprint::test
