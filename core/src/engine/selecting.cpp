#include "engine/selecting.hpp"

#include <algorithm>

#include "engine/pair_rules.hpp"

namespace wireprint {
namespace {

// What the earlier one of a pair is towards the later one.
Role seen_from_later(Role role) {
  if (role == Role::Trimmed) return Role::Extended;
  if (role == Role::Extended) return Role::Trimmed;
  return role;
}

StandsIn later_in_earlier(const Match& match) { return {match.copied, match.role}; }
StandsIn earlier_in_later(const Match& match) { return {match.kept, seen_from_later(match.role)}; }

std::optional<Day> day_of(const Article& article) {
  return article.published.known() ? std::optional(static_cast<Day>(article.published.day())) : std::nullopt;
}

}  // namespace

std::vector<Removal> select(const Intake& intake, const ClusterOptions& options, const SelectionProofs& proofs, const Executor& executor) {
  const ClusterRun& run = intake.run;
  const auto version_in = [&](ArticleId article, ArticleId other) {
    const Article& older = run.articles[article].article;
    const Article& newer = run.articles[other].article;
    const auto text = [&](const Article& of) { return prepare(of, options.recipe, proofs.spread); };
    Article held_older;
    Article held_newer;
    const PairFacts facts = facts_of({newer.outlet, day_of(newer)}, {older.outlet, day_of(older)});
    return later_in_earlier(judge_pair(text(whole_article(run, other, held_newer)), text(whole_article(run, article, held_older)), facts, options.rule));
  };
  const auto stands_in = [&](ArticleId article, ArticleId other, double least) -> std::optional<StandsIn> {
    const auto one = proofs.ranking.rank_of(article);
    const auto two = proofs.ranking.rank_of(other);
    if (!one || !two) return version_in(article, other);
    const auto [earlier, later] = std::minmax(*one, *two);
    if (const auto shared = proofs.shared(earlier, later)) {
      if (!is_enough({shared->shared, *one == earlier ? shared->a : shared->b}, least)) return std::nullopt;
    }
    const Match match = proofs.compare(earlier, later);
    return *one == earlier ? earlier_in_later(match) : later_in_earlier(match);
  };
  std::vector<Hash128> texts;
  for (std::size_t i = 0; i < intake.prints.size(); ++i) texts.push_back(intake.prints.exact(i));
  return find_removals(run, *options.selection, {texts, stands_in}, executor);
}

}  // namespace wireprint
