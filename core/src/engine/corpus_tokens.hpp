// A corpus as token hashes: what is needed to sketch it again and again.
#pragma once

#include <string>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/engine/parameters.hpp"

namespace wireprint {

struct CorpusTokens {
  std::uint64_t articles = 0;
  std::uint64_t unreadable = 0;
  std::vector<std::vector<std::uint64_t>> texts;  ///< distinct, not empty, by a hash of their keys
  std::vector<std::string> bodies;                ///< of the first articles, some megabytes: to time what begins with text
};

/// Errors: NotFound when nothing could be read; that of options.need_bodies.
[[nodiscard]] Result<CorpusTokens> read_tokens(const std::vector<std::string>& inputs, const ParameterOptions& options, const Executor& executor);

}  // namespace wireprint
