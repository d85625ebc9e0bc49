#include "wireprint/engine/engine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

#include "engine/certifier.hpp"
#include "engine/explainer.hpp"
#include "engine/intake.hpp"
#include "engine/jaccard.hpp"
#include "engine/judging.hpp"
#include "engine/linking.hpp"
#include "engine/pair_rules.hpp"
#include "engine/selecting.hpp"
#include "wireprint/cluster/build.hpp"
#include "wireprint/cluster/components.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {

struct Engine::State {
  ClusterOptions options;
  Executor executor;
  Intake intake;
  std::unique_ptr<Judging> judging;

  explicit State(ClusterOptions given) : options(std::move(given)), executor(options.threads) { options.recipe.unicode = unicode_version(); }
};

namespace {

// In front of the key of a reference, where the input has an article of that name too.
const std::string kReference = "reference:";

// From ranks, in which the stages speak, to articles, in which a run does.
void to_articles(Match& match, const Ranking& ranking) {
  match.a = ranking.article(match.a);
  match.b = ranking.article(match.b);
}

void to_articles(Cluster& cluster, const Ranking& ranking) {
  cluster.original = ranking.article(cluster.original);
  for (auto& member : cluster.members) {
    member.article = ranking.article(member.article);
    if (member.source) member.source = ranking.article(*member.source);
  }
}

// What only the whole set could tell: pages that hold nothing but what recurs.
void settle_statuses(ClusterRun& run, const Judging& judging) {
  for (Rank rank = 0; rank < judging.ranking().size(); ++rank) {
    if (judging.has_content(rank)) continue;
    JudgedArticle& judged = run.articles[judging.ranking().article(rank)];
    if (!judged.reference) --run.counts.statuses[judged.status], ++run.counts.statuses[Status::NoContent];
    judged.status = Status::NoContent;
  }
}

bool is_reference(const ClusterRun& run, ArticleId article) { return run.articles[article].reference; }

bool holds_references_only(const ClusterRun& run, const Cluster& cluster) {
  return std::ranges::all_of(cluster.members, [&](const Member& member) { return is_reference(run, member.article); });
}

void fill_clusters(ClusterRun& run, const Ranking& ranking, const Relations& relations, const Executor& executor) {
  run.clusters = build_clusters(relations, executor);
  for (auto& cluster : run.clusters) to_articles(cluster, ranking);
  std::erase_if(run.clusters, [&](const Cluster& cluster) { return holds_references_only(run, cluster); });
  for (std::uint32_t i = 0; i < run.clusters.size(); ++i) {
    const JudgedArticle& original = run.articles[run.clusters[i].original];
    if (original.twin_in_input) run.clusters[i].id = kReference + original.article.key.text;
    for (const auto& member : run.clusters[i].members) run.articles[member.article].cluster = i;
  }
}

void fill_matches(ClusterRun& run, const Ranking& ranking, std::vector<Match> matches, const ClusterOptions& options) {
  for (auto& match : matches) {
    to_articles(match, ranking);
    if (is_reference(run, match.a) && is_reference(run, match.b)) continue;
    const JudgedArticle& a = run.articles[match.a];
    const JudgedArticle& b = run.articles[match.b];
    const auto forbidden = match.verdict == Verdict::Copy ? objection(options.links, a, b) : std::nullopt;
    if (forbidden) match.reasons.push_back(*forbidden);
    if (forbidden && !options.keep_refused) continue;
    if (match.verdict == Verdict::Copy && !forbidden) {
      ++run.counts.copies;
      if (a.cluster != b.cluster) ++run.counts.cut_edges;
    }
    run.matches.push_back(std::move(match));
  }
}

// The seconds since it was asked last.
class Clock {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

void cluster_by_jaccard(Intake& intake, const ClusterOptions& options, const Executor& executor, Clock& clock) {
  ClusterRun& run = intake.run;
  const JaccardRun found(intake, options, executor);
  run.stages.push_back({"proof", clock.lap()});
  const auto compare = [&](Rank a, Rank b) { return found.compare(a, b); };
  const auto nearness = [](const Match& match) { return match.jaccard_all; };
  const Links& links = found.links();
  fill_clusters(run, found.ranking(), {found.ranking().all_facts(), links.leaders, links.copies, compare, nearness}, executor);
  fill_matches(run, found.ranking(), links.copies, options);
  run.counts.candidates = links.copies.size();
  run.counts.exact_copies = found.exact_copies();
  run.stages.push_back({"clusters", clock.lap()});
  const auto shared = [&](Rank a, Rank b) { return shared_story_of(found.compare(a, b)); };
  if (options.selection) run.removals = select(intake, options, {found.ranking(), shared, CrossingDays{}}, executor);
}

void cluster_by_story(Intake& intake, Judging& judging, const ClusterOptions& options, const Executor& executor, Clock& clock) {
  ClusterRun& run = intake.run;
  run.stages.push_back({"spread", clock.lap()});
  judging.group();
  run.stages.push_back({"groups", clock.lap()});
  judging.prove();
  const Links links = options.links.any() ? permitted_links(judging, run.articles, options.links, executor)
                                          : Links{judging.leaders(), judging.proofs().copies()};
  run.stages.push_back({"proof", clock.lap()});
  settle_statuses(run, judging);
  const Ranking& ranking = judging.ranking();
  const auto compare = [&](Rank a, Rank b) { return judging.proofs().match(a, b); };
  fill_clusters(run, ranking, {ranking.all_facts(), links.leaders, links.copies, compare}, executor);
  fill_matches(run, ranking, judging.proofs().all(), options);
  run.counts.candidates = judging.proofs().comparisons();
  run.counts.exact_copies = judging.exact_copies();
  run.stages.push_back({"clusters", clock.lap()});
  const auto shared = [&](Rank a, Rank b) { return judging.proofs().shared(a, b); };
  if (options.selection) run.removals = select(intake, options, {ranking, shared, judging.spread()}, executor);
}

Error nothing_read(const std::string& key) { return {ErrorCode::NotFound, fmt::format("no article has the key '{}': none has been read", key)}; }

}  // namespace

Engine::Engine(ClusterOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<const ClusterRun*> Engine::cluster(const std::vector<std::string>& inputs) {
  Clock whole;
  Clock clock;
  State& state = *state_;
  if (auto fault = fault_in(state.options.recipe)) return fail(*fault);
  if (const auto banding = banding_of(state.options.recipe, state.options.banding_recall); !banding) return fail(banding.error());
  auto intake = take_in(inputs, state.options, state.executor);
  if (!intake) return fail(intake.error());

  state.judging.reset();
  state.intake = std::move(*intake);
  ClusterRun& run = state.intake.run;
  run.stages.push_back({"read", clock.lap()});
  if (state.options.jaccard) {
    cluster_by_jaccard(state.intake, state.options, state.executor, clock);
  } else {
    state.judging = std::make_unique<Judging>(state.intake, state.options, state.executor);
    cluster_by_story(state.intake, *state.judging, state.options, state.executor, clock);
  }
  if (state.options.selection) run.stages.push_back({"selection", clock.lap()});
  if (state.intake.spool && state.intake.spool->failed()) return fail(state.intake.spool->fault());
  run.counts.seconds = whole.lap();
  return &run;
}

Result<ArticleExplanation> Engine::explain(const std::string& key) const {
  if (!state_->judging) return fail(nothing_read(key));
  return Explainer(state_->intake.run, *state_->judging).article(key);
}

Result<PairExplanation> Engine::explain(const std::string& a, const std::string& b) const {
  if (!state_->judging) return fail(nothing_read(a));
  return Explainer(state_->intake.run, *state_->judging).pair(a, b);
}

std::vector<ArticleId> Engine::stories_under(const CopyRule& rule) const {
  const ClusterRun& run = state_->intake.run;
  std::vector<ArticleId> stories(run.articles.size());
  std::iota(stories.begin(), stories.end(), ArticleId{0});
  if (!state_->judging) return stories;
  const Judging& judging = *state_->judging;
  std::vector<Edge> edges;
  for (const auto& match : run.matches) {
    const bool copy = verdict_under(match, rule) == Verdict::Copy;
    if (copy) edges.push_back({*judging.ranking().rank_of(match.a), *judging.ranking().rank_of(match.b), nearness_of(match)});
  }
  for (const auto& component : find_components(judging.leaders(), edges)) {
    for (const Rank member : component.members) stories[judging.ranking().article(member)] = judging.ranking().article(component.members.front());
  }
  return stories;
}

Certificate Engine::certify(std::size_t sample, std::uint64_t seed) const {
  if (!state_->judging) return {};
  return Certifier(state_->intake.run, *state_->judging, state_->executor).run(sample, seed);
}

}  // namespace wireprint
