// The first half of a run: from inputs to articles with their fingerprints.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/prints.hpp"
#include "wireprint/base/executor.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/text/furniture.hpp"

namespace wireprint {

/// Of each article the furniture that patterns know, in one array.
class FurnitureList {
 public:
  void push_back(std::span<const FurnitureTokens> furniture) {
    all_.insert(all_.end(), furniture.begin(), furniture.end());
    ends_.push_back(static_cast<std::uint32_t>(all_.size()));
  }
  [[nodiscard]] std::span<const FurnitureTokens> operator[](std::size_t article) const {
    const std::uint32_t begin = article == 0 ? 0 : ends_[article - 1];
    return std::span(all_).subspan(begin, ends_[article] - begin);
  }

 private:
  std::vector<FurnitureTokens> all_;
  std::vector<std::uint32_t> ends_;
};

/// What was read. `prints`, `furniture[i]` and `agency_own[i]` belong to `run.articles[i]`.
struct Intake {
  ClusterRun run;  ///< its articles and counts; no clusters yet
  Prints prints;
  std::shared_ptr<Spool> spool;  ///< of a run in limited memory
  FurnitureList furniture;
  std::vector<bool> agency_own;  ///< the outlet is an agency
};

/// Errors: none of the inputs could be read. All others go to `options.on_error`.
[[nodiscard]] Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor);

}  // namespace wireprint
