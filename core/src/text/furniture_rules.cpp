#include "text/furniture_rules.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <string>

#include "text/agency.hpp"
#include "text/paragraphs.hpp"

namespace wireprint {
namespace {

constexpr std::int64_t kPatternMemory = 64 << 20;  // an upper bound; the automata are built as text asks for their states

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view(re2::StringPiece text) { return {text.data(), text.size()}; }

re2::RE2::Options pattern_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemory);
  return options;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// A fragment may use fragments above it, so the last ones are put in first.
std::string expanded(std::string_view pattern) {
  std::string text(pattern);
  const auto fragments = furniture_fragments();
  for (auto fragment = fragments.rbegin(); fragment != fragments.rend(); ++fragment) {
    replace_all(text, "<" + std::string(fragment->name) + ">", "(?:" + std::string(fragment->pattern) + ")");
  }
  replace_all(text, "<agency>", "(?:" + agency_pattern() + ")");
  return text;
}

struct CompiledRule {
  CompiledRule(const FurnitureRule& row, std::string anchored) : rule(&row), pattern(anchored, pattern_options()) {
    assert(pattern.ok() && "a pattern of the furniture table does not compile");
    if (!row.unless.empty()) unless = std::make_unique<re2::RE2>(expanded(row.unless), pattern_options());
  }

  bool vetoed(std::string_view match) const { return unless && re2::RE2::PartialMatch(piece(match), *unless); }

  const FurnitureRule* rule;
  re2::RE2 pattern;
  std::unique_ptr<re2::RE2> unless;
};

// The rules of some places. One automaton answers which of them can match at all; only those are run for their extent.
class RuleSet {
 public:
  RuleSet(std::uint8_t places, re2::RE2::Anchor anchor, std::string_view before, std::string_view after)
      : set_(pattern_options(), anchor) {
    for (const auto& row : furniture_rules()) {
      if ((row.places & places) == 0) continue;
      const std::string anchored = std::string(before) + "(?:" + expanded(row.pattern) + ")" + std::string(after);
      rules_.push_back(std::make_unique<CompiledRule>(row, anchored));
      [[maybe_unused]] const int index = set_.Add(anchored, nullptr);
      assert(index == static_cast<int>(rules_.size()) - 1);
    }
    [[maybe_unused]] const bool compiled = set_.Compile();
    assert(compiled && "the furniture table needs more pattern memory");
  }

  std::vector<const CompiledRule*> matching(std::string_view text) const {
    std::vector<int> indices;
    std::vector<const CompiledRule*> found;
    if (!set_.Match(piece(text), &indices)) return found;
    std::ranges::sort(indices);
    for (const int index : indices) found.push_back(rules_[static_cast<std::size_t>(index)].get());
    return found;
  }

 private:
  re2::RE2::Set set_;
  std::vector<std::unique_ptr<CompiledRule>> rules_;
};

std::string_view extent(const CompiledRule& rule, std::string_view text) {
  re2::StringPiece groups[2];
  const int wanted = rule.pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (!rule.pattern.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, groups, wanted)) return {};
  const auto taken = trimmed(view(groups[wanted - 1]));
  return rule.vetoed(taken) ? std::string_view{} : taken;
}

std::optional<FurnitureHit> longest(const RuleSet& rules, std::string_view text) {
  std::optional<FurnitureHit> best;
  for (const auto* rule : rules.matching(text)) {
    const auto taken = extent(*rule, text);
    if (!taken.empty() && (!best || taken.size() > best->taken.size())) best = FurnitureHit{rule->rule, taken};
  }
  return best;
}

bool may_begin_at(std::string_view text, std::size_t position) {
  const bool opens_itself = text[position] == '[' || text[position] == '(';
  const auto before = trimmed(text.substr(0, position));
  if (opens_itself || before.empty()) return true;
  constexpr std::string_view kEnds = ".!?:)]\"";
  return kEnds.find(before.back()) != kEnds.npos || before.ends_with("”") || before.ends_with("“") || before.ends_with("«") ||
         before.ends_with("»") || before.ends_with("…");
}

using InlineRules = std::vector<std::unique_ptr<CompiledRule>>;

const InlineRules& inline_rules() {
  static const InlineRules rules = [] {
    InlineRules compiled;
    for (const auto& row : furniture_rules()) {
      if ((row.places & kInline) == 0) continue;
      assert(!row.key.empty() && "an inline rule needs a key");
      compiled.push_back(std::make_unique<CompiledRule>(row, "^(?:" + expanded(row.pattern) + ")"));
    }
    return compiled;
  }();
  return rules;
}

}  // namespace

const FurnitureRule* rule_for_whole(std::string_view paragraph, std::uint8_t places) {
  static const RuleSet rules(kHeadWhole | kTailWhole | kAnyWhole, re2::RE2::ANCHOR_BOTH, "", "");
  for (const auto* rule : rules.matching(paragraph)) {
    if ((rule->rule->places & places) != 0 && !rule->vetoed(paragraph)) return rule->rule;
  }
  return nullptr;
}

std::optional<FurnitureHit> furniture_at_start(std::string_view text) {
  static const RuleSet rules(kHeadStart, re2::RE2::ANCHOR_START, "^", "");
  return longest(rules, text);
}

std::optional<FurnitureHit> furniture_at_end(std::string_view text) {
  static const RuleSet rules(kTailEnd, re2::RE2::UNANCHORED, "", "$");
  return longest(rules, text);
}

std::vector<FurnitureHit> furniture_inside(std::string_view text) {
  std::vector<FurnitureHit> hits;
  for (const auto& rule : inline_rules()) {
    const auto key = rule->rule->key;
    for (auto at = text.find(key); at != text.npos; at = text.find(key, at + key.size())) {
      if (!may_begin_at(text, at)) continue;
      const auto taken = extent(*rule, text.substr(at));
      if (!taken.empty()) hits.push_back({rule->rule, taken});
    }
  }
  return hits;
}

}  // namespace wireprint
