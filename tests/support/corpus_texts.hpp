// A whole corpus as indexes see it: all shingles of each text, in the order of time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/sketch/fingerprint.hpp"

namespace wireprint::test {

struct CorpusText {
  std::string key;
  std::int64_t seconds = 0;  ///< of the date
  std::optional<std::int32_t> day;  ///< since 1970-01-01
  std::uint32_t words = 0;
  Hash128 exact;
  MinHash minhash;
  std::vector<std::uint64_t> shingles;  ///< all, sorted and distinct
};

struct Corpus {
  std::vector<CorpusText> texts;      ///< not empty, by date, then key; undated ones last
  std::vector<ArticleId> leaders;     ///< of each: the first text that is identical
};

/// Reads at most `most` records. Records that cannot be read are left out.
[[nodiscard]] Corpus read_corpus(const std::string& path, const Recipe& recipe, const Executor& executor, std::size_t most = ~std::size_t{0});

}  // namespace wireprint::test
