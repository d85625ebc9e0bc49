#include "engine/explainer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace wireprint {
namespace {

constexpr std::size_t kNearest = 5;
constexpr std::size_t kCompared = 25;  // so many that share the most samples are compared to find the nearest

// Words that recur for weeks, as of the article's own date, in stretches; those that a pattern knows are left to it.
std::vector<FurnitureSpan> recurring_spans(const PreparedText& text, Day horizon) {
  std::vector<FurnitureSpan> spans;
  bool going_on = false;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const bool recurs = text.tokens.kinds[i] == FurnitureKind::Story && text.recurring_from[i] <= horizon;
    if (recurs && going_on) spans.back().range.end = text.tokens.ranges[i].end;
    if (recurs && !going_on) spans.push_back({text.tokens.ranges[i], FurnitureKind::Recurring, "seen_in_four_five_day_windows"});
    going_on = recurs;
  }
  return spans;
}

}  // namespace

Result<ArticleId> Explainer::find(const std::string& key) const {
  std::optional<ArticleId> found;
  for (ArticleId id = 0; id < run_.articles.size(); ++id) {
    const auto& judged = run_.articles[id];
    if (judged.status == Status::Error || judged.article.key.text != key) continue;
    if (!found || judged.status != Status::Superseded) found = id;
  }
  if (found) return *found;
  return fail({ErrorCode::NotFound, fmt::format("no article has the key '{}'; 'wireprint cluster --articles FILE' lists the keys that were read", key)});
}

Result<Rank> Explainer::find_judged(const std::string& key) const {
  const auto id = find(key);
  if (!id) return fail(id.error());
  const auto rank = judging_.ranking().rank_of(*id);
  if (rank && judging_.has_content(*rank)) return *rank;
  return fail({ErrorCode::InvalidArgument, fmt::format("article '{}' is compared with none: its status is {}", key, name_of(run_.articles[*id].status))});
}

Match Explainer::in_articles(Match match) const {
  match.a = judging_.ranking().article(match.a);
  match.b = judging_.ranking().article(match.b);
  return match;
}

std::vector<Match> Explainer::nearest(Rank rank) const {
  std::vector<std::tuple<std::uint32_t, Rank>> others;
  for (Rank other = 0; other < judging_.ranking().size(); ++other) {
    if (other == rank) continue;
    const auto shared = judging_.shared_samples(rank, other);
    if (shared.samples > 0) others.emplace_back(std::numeric_limits<std::uint32_t>::max() - shared.story, other);
  }
  const auto compared = std::min(others.size(), kCompared);
  std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(compared), others.end());
  others.resize(compared);

  std::vector<Match> matches;
  for (const auto& [order, other] : others) matches.push_back(judging_.proofs().compare(std::min(rank, other), std::max(rank, other)));
  std::stable_sort(matches.begin(), matches.end(), [](const Match& x, const Match& y) {
    const auto share = [](const Match& m) { return std::max(m.copied.value(), m.kept.value()); };
    return std::tuple(x.verdict != Verdict::Copy, -share(x)) < std::tuple(y.verdict != Verdict::Copy, -share(y));
  });
  matches.resize(std::min(matches.size(), kNearest));
  for (auto& match : matches) match = in_articles(std::move(match));
  return matches;
}

Result<ArticleExplanation> Explainer::article(const std::string& key) const {
  const auto id = find(key);
  if (!id) return fail(id.error());
  ArticleExplanation explanation;
  explanation.article = *id;
  explanation.furniture = find_furniture(run_.articles[*id].article).spans;
  explanation.story_words = run_.articles[*id].story_words;
  const auto rank = judging_.ranking().rank_of(*id);
  if (!rank) return explanation;

  const auto owned = judging_.proofs().text(*rank);
  const Day horizon = furniture_horizon(judging_.ranking().day(*rank), judging_.ranking().day(*rank));
  const auto recurring = recurring_spans(owned->text, horizon);
  explanation.furniture.insert(explanation.furniture.end(), recurring.begin(), recurring.end());
  std::ranges::sort(explanation.furniture, {}, [](const FurnitureSpan& span) { return span.range.begin; });
  explanation.story_words = story_of(owned->text, horizon).count;
  explanation.nearest = nearest(*rank);
  return explanation;
}

PairFate Explainer::fate_of(Rank a, Rank b, Verdict verdict) const {
  const auto& cluster_a = run_.articles[judging_.ranking().article(a)].cluster;
  const auto& cluster_b = run_.articles[judging_.ranking().article(b)].cluster;
  const bool together = cluster_a && cluster_a == cluster_b;
  if (together) return verdict == Verdict::Copy ? PairFate::Joined : PairFate::JoinedApart;
  if (!judging_.is_candidate(a, b)) return PairFate::NotCompared;
  const auto [first, second] = std::minmax(judging_.leaders()[a], judging_.leaders()[b]);
  const bool linked = first == second || judging_.proofs().match(first, second).verdict == Verdict::Copy;
  return verdict == Verdict::Copy && linked ? PairFate::Cut : PairFate::Refused;
}

std::optional<std::pair<ArticleId, ArticleId>> Explainer::in_place_of(Rank a, Rank b) const {
  const auto& leaders = judging_.leaders();
  if (leaders[a] == leaders[b] || (leaders[a] == a && leaders[b] == b)) return std::nullopt;
  return std::pair(judging_.ranking().article(leaders[a]), judging_.ranking().article(leaders[b]));
}

Result<PairExplanation> Explainer::pair(const std::string& a, const std::string& b) const {
  const auto first = find_judged(a);
  if (!first) return fail(first.error());
  const auto second = find_judged(b);
  if (!second) return fail(second.error());
  if (*first == *second) return fail(invalid("key", b, "another article than the first"));

  const auto [earlier, later] = std::minmax(*first, *second);
  PairExplanation explanation;
  explanation.match = in_articles(judging_.proofs().compare(earlier, later));
  explanation.candidate = judging_.is_candidate(earlier, later);
  explanation.fate = fate_of(earlier, later, explanation.match.verdict);
  if (!explanation.candidate) explanation.unproposed = judging_.why_no_candidate(earlier, later);
  explanation.in_place = in_place_of(earlier, later);
  const auto shared = judging_.shared_samples(earlier, later);
  explanation.shared_samples = shared.samples;
  explanation.shared_story_samples = shared.story;
  explanation.resemblance = estimate_resemblance(judging_.minhash(earlier), judging_.minhash(later));
  return explanation;
}

}  // namespace wireprint
