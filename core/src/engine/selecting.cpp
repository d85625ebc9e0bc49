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

StandsIn later_in_earlier(const SharedStory& story) { return {story.copied(), role_of(story)}; }
StandsIn earlier_in_later(const SharedStory& story) { return {story.kept(), seen_from_later(role_of(story))}; }

std::optional<Day> day_of(const Article& article) {
  return article.published.known() ? std::optional(static_cast<Day>(article.published.day())) : std::nullopt;
}

}  // namespace

std::vector<Removal> select(const Intake& intake, const ClusterOptions& options, const SelectionProofs& proofs, const Executor& executor) {
  const ClusterRun& run = intake.run;
  const auto version_in = [&](ArticleId older, ArticleId newer) {
    const auto words = [&](ArticleId id) {
      Article held;
      return prepare_words(whole_article(run, id, held), intake.furniture[id], options.recipe, proofs.spread);
    };
    const Day horizon = furniture_horizon(day_of(run.articles[older].article), day_of(run.articles[newer].article));
    return later_in_earlier(shared_story(words(newer), words(older), horizon));
  };
  const auto stands_in = [&](ArticleId article, ArticleId other) {
    const auto one = proofs.ranking.rank_of(article);
    const auto two = proofs.ranking.rank_of(other);
    if (!one || !two) return version_in(article, other);
    const SharedStory story = proofs.shared(std::min(*one, *two), std::max(*one, *two));
    return *one < *two ? earlier_in_later(story) : later_in_earlier(story);
  };
  std::vector<Hash128> texts;
  for (std::size_t i = 0; i < intake.prints.size(); ++i) texts.push_back(intake.prints.exact(i));
  return find_removals(run, *options.selection, {texts, stands_in}, executor);
}

}  // namespace wireprint
