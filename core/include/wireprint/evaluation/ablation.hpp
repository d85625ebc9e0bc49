// What each part of the rule is worth: the labelled pairs judged without it.
//
// Pure functions; callable from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/evaluation/accuracy.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {

/// The rule with a part of it taken away.
struct Variant {
  std::string_view name;
  CopyRule rule;
};

/// `rule` itself first, then without each of its parts.
[[nodiscard]] std::vector<Variant> variants_of(const CopyRule& rule);

/// A row for each variant: precision, recall, F1 and what it loses; `accuracy` in the order of `variants`. Ends with a line feed.
[[nodiscard]] std::string ablation_text(std::span<const Variant> variants, std::span<const Accuracy> accuracy);

}  // namespace wireprint
