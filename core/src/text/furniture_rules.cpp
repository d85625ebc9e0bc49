#include "text/furniture_rules.hpp"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <string>

#include "text/agency.hpp"
#include "text/key_finder.hpp"
#include "text/paragraphs.hpp"

namespace wireprint {
namespace {

constexpr std::int64_t kPatternMemory = 64 << 20;  // an upper bound; the automata are built as text asks for their states
constexpr std::size_t kInlineWindow = 4096;  // bytes; keeps the time linear where a key is repeated without end

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

std::string any_agency() {
  std::string names;
  for (const auto& row : agency_names()) {
    if (!names.empty()) names += '|';
    names += re2::RE2::QuoteMeta(piece(row.name));
  }
  return fmt::format("(?:{})", names);
}

// A fragment may use fragments above it, so the last ones are put in first.
std::string expanded(std::string_view pattern, std::string_view agency) {
  std::string text(pattern);
  replace_all(text, "<agency>", agency);
  const auto fragments = furniture_fragments();
  for (auto fragment = fragments.rbegin(); fragment != fragments.rend(); ++fragment) {
    replace_all(text, fmt::format("<{}>", fragment->name), fmt::format("(?:{})", fragment->pattern));
  }
  return text;
}

std::vector<std::string_view> parts_of(std::string_view keys) {
  std::vector<std::string_view> parts;
  while (!keys.empty()) {
    const auto bar = std::min(keys.find('|'), keys.size());
    parts.push_back(keys.substr(0, bar));
    keys.remove_prefix(std::min(bar + 1, keys.size()));
  }
  return parts;
}

class CompiledRule {
 public:
  CompiledRule(const FurnitureRule& row, const std::string& anchored, bool for_part)
      : rule(row),
        pattern_(anchored, pattern_options()),
        needs_agency_(for_part && row.pattern.find("<agency>") != row.pattern.npos) {
    assert(pattern_.ok() && "a pattern of the furniture table does not compile");
    if (!row.unless.empty()) unless_ = std::make_unique<re2::RE2>(expanded(row.unless, ""), pattern_options());
  }

  /// What the rule takes of `text`; empty when it does not match.
  std::string_view taken_from(std::string_view text) const {
    re2::StringPiece groups[2];
    const int wanted = pattern_.NumberOfCapturingGroups() > 0 ? 2 : 1;
    if (!pattern_.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, groups, wanted)) return {};
    const auto taken = trimmed(view(groups[wanted - 1]));
    return admits(taken) ? taken : std::string_view{};
  }

  /// Whether what the pattern took may be taken.
  bool admits(std::string_view taken) const {
    if (unless_ && re2::RE2::PartialMatch(piece(taken), *unless_)) return false;
    return !needs_agency_ || !agency_in(taken, Proof::Code).empty();
  }

  const FurnitureRule& rule;

 private:
  re2::RE2 pattern_;
  std::unique_ptr<re2::RE2> unless_;
  bool needs_agency_;
};

// The rules of some places. Of those without a key, one automaton says which can match.
class RuleSet {
 public:
  RuleSet(std::uint8_t places, re2::RE2::Anchor anchor, std::string_view before, std::string_view after)
      : set_(pattern_options(), anchor) {
    const bool for_part = anchor != re2::RE2::ANCHOR_BOTH;
    const auto agency = for_part ? std::string("<agencyname>") : any_agency();
    for (const auto& row : furniture_rules()) {
      if ((row.places & places) == 0) continue;
      const std::string anchored = fmt::format("{}(?:{}){}", before, expanded(row.pattern, agency), after);
      if (row.key.empty()) {
        [[maybe_unused]] const int index = set_.Add(anchored, nullptr);
        assert(index == static_cast<int>(unkeyed_.size()));
        unkeyed_.push_back(rules_.size());
      } else {
        for (const auto key : parts_of(row.key)) keys_.add(key, rules_.size());
      }
      rules_.push_back(std::make_unique<CompiledRule>(row, anchored, for_part));
    }
    [[maybe_unused]] const bool compiled = set_.Compile();
    assert(compiled && "the furniture table needs more pattern memory");
  }

  /// In the order of the table, the rules of `places` that are worth running.
  std::vector<const CompiledRule*> candidates(std::string_view text, std::uint8_t places) const {
    // Keyed rules are for the edges of an article only; running text between them is left to the automaton.
    auto possible = places == kAnyWhole ? KeyFinder::Owners{} : keys_.owners_in(text);
    std::vector<int> hits;
    if (!unkeyed_.empty() && set_.Match(piece(text), &hits)) {
      for (const int hit : hits) possible.set(unkeyed_[static_cast<std::size_t>(hit)]);
    }
    std::vector<const CompiledRule*> found;
    for (std::size_t i = 0; possible.any() && i < rules_.size(); ++i) {
      if (possible.test(i) && (rules_[i]->rule.places & places) != 0) found.push_back(rules_[i].get());
    }
    return found;
  }

 private:
  re2::RE2::Set set_;
  std::vector<std::unique_ptr<CompiledRule>> rules_;
  std::vector<std::size_t> unkeyed_;  // where the rules of the automaton stand in rules_
  KeyFinder keys_;
};

std::optional<FurnitureHit> longest(const RuleSet& rules, std::uint8_t place, std::string_view text) {
  std::optional<FurnitureHit> best;
  for (const auto* rule : rules.candidates(text, place)) {
    const auto taken = rule->taken_from(text);
    if (!taken.empty() && (!best || taken.size() > best->taken.size())) best = FurnitureHit{&rule->rule, taken};
  }
  return best;
}

bool may_begin_at(std::string_view text, std::size_t position) {
  if (text[position] == '[' || text[position] == '(') return true;
  const auto before = trimmed(text.substr(0, position));
  constexpr std::string_view kSentenceEnds[] = {".", "!", "?", ":", ")", "]", "\"", "”", "“", "«", "»", "…"};
  return before.empty() || std::ranges::any_of(kSentenceEnds, [&](auto end) { return before.ends_with(end); });
}

using InlineRules = std::vector<std::unique_ptr<CompiledRule>>;

const InlineRules& inline_rules() {
  static const InlineRules rules = [] {
    InlineRules compiled;
    for (const auto& row : furniture_rules()) {
      if ((row.places & kInline) == 0) continue;
      assert(!row.key.empty() && "an inline rule needs a key");
      const std::string anchored = fmt::format("^(?:{})", expanded(row.pattern, "<agencyname>"));
      compiled.push_back(std::make_unique<CompiledRule>(row, anchored, true));
    }
    return compiled;
  }();
  return rules;
}

}  // namespace

const FurnitureRule* rule_for_whole(std::string_view paragraph, std::uint8_t places) {
  static const RuleSet rules(kHeadWhole | kTailWhole | kAnyWhole, re2::RE2::ANCHOR_BOTH, "^", "$");
  for (const auto* rule : rules.candidates(paragraph, places)) {
    if (!rule->taken_from(paragraph).empty()) return &rule->rule;
  }
  return nullptr;
}

std::optional<FurnitureHit> furniture_at_start(std::string_view text) {
  static const RuleSet rules(kHeadStart, re2::RE2::ANCHOR_START, "^", "");
  return longest(rules, kHeadStart, text);
}

std::optional<FurnitureHit> furniture_at_end(std::string_view text) {
  static const RuleSet rules(kTailEnd, re2::RE2::UNANCHORED, "", "$");
  return longest(rules, kTailEnd, text);
}

std::vector<FurnitureHit> furniture_inside(std::string_view text) {
  std::vector<FurnitureHit> hits;
  for (const auto& rule : inline_rules()) {
    const auto key = rule->rule.key;
    std::size_t next = 0;
    for (auto at = text.find(key); at != text.npos; at = text.find(key, next)) {
      next = at + key.size();
      if (!may_begin_at(text, at)) continue;
      const auto taken = rule->taken_from(text.substr(at, kInlineWindow));
      if (taken.empty()) continue;
      hits.push_back({&rule->rule, taken});
      next = std::max(next, at + taken.size());
    }
  }
  return hits;
}

}  // namespace wireprint
