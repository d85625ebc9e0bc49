#include "wireprint/evaluation/ablation.hpp"

#include <fmt/format.h>

#include <cassert>
#include <limits>

namespace wireprint {

std::vector<Variant> variants_of(const CopyRule& rule) {
  std::vector<Variant> variants{{"the whole rule", rule}};
  const auto without = [&](std::string_view name, const auto& change) {
    variants.push_back({name, rule});
    change(variants.back().rule);
  };
  without("quotation marks", [](CopyRule& r) { r.whole = 0; });
  without("share of the longer", [](CopyRule& r) { r.min_share_of_longer = 0; });
  without("least words", [](CopyRule& r) { r.min_words = 0; });
  without("issued again", [](CopyRule& r) { r.reissued = 2; });
  without("number conflicts", [](CopyRule& r) { r.number_conflicts = std::numeric_limits<std::uint32_t>::max(); });
  without("subject conflicts", [](CopyRule& r) { r.subject_conflicts = std::numeric_limits<std::uint32_t>::max(); });
  without("an outlet's block", [](CopyRule& r) { r.block_opening = 0; });
  without("an outlet's series", [](CopyRule& r) { r.series_days = std::numeric_limits<std::int32_t>::max(); });
  without("forms", [](CopyRule& r) { r.form_share = 0; });
  return variants;
}

std::string ablation_text(std::span<const Variant> variants, std::span<const Accuracy> accuracy) {
  assert(variants.size() == accuracy.size() && !variants.empty() && "one for each");
  std::string text = fmt::format("By clusters, without a part of the rule\n{:<24}{:>11}{:>8}{:>8}{:>9}{:>14}{:>8}\n", "without", "precision", "recall", "F1", "loses",
                                 "false alarms", "missed");
  const double whole = accuracy.front().f1().value();
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const Accuracy& a = accuracy[i];
    text += fmt::format("{:<24}{:>11.4f}{:>8.4f}{:>8.4f}{:>9.4f}{:>14}{:>8}\n", i == 0 ? "nothing" : variants[i].name, a.precision().value(), a.recall().value(),
                        a.f1().value(), whole - a.f1().value(), a.false_alarms, a.misses);
  }
  return text;
}

}  // namespace wireprint
