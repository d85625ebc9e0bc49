#include "wireprint/engine/engine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "engine/explainer.hpp"
#include "engine/intake.hpp"
#include "engine/judging.hpp"
#include "engine/pair_rules.hpp"
#include "wireprint/cluster/build.hpp"
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
    Status& status = run.articles[judging.ranking().article(rank)].status;
    --run.counts.statuses[status];
    status = Status::NoContent;
    ++run.counts.statuses[status];
  }
}

void fill_clusters(ClusterRun& run, Judging& judging, const Executor& executor) {
  const Ranking& ranking = judging.ranking();
  const auto copies = judging.proofs().copies();
  const auto compare = [&](Rank a, Rank b) { return judging.proofs().match(a, b); };
  run.clusters = build_clusters({ranking.all_facts(), judging.leaders(), copies, compare}, executor);
  for (std::uint32_t i = 0; i < run.clusters.size(); ++i) {
    to_articles(run.clusters[i], ranking);
    for (const auto& member : run.clusters[i].members) run.articles[member.article].cluster = i;
  }
}

void fill_matches(ClusterRun& run, const Judging& judging) {
  for (auto& match : judging.proofs().all()) {
    to_articles(match, judging.ranking());
    if (match.verdict == Verdict::Copy) {
      ++run.counts.copies;
      if (run.articles[match.a].cluster != run.articles[match.b].cluster) ++run.counts.cut_edges;
    }
    run.matches.push_back(std::move(match));
  }
  run.counts.candidates = judging.proofs().comparisons();
  run.counts.exact_copies = judging.exact_copies();
}

Error nothing_read(const std::string& key) { return {ErrorCode::NotFound, fmt::format("no article has the key '{}': none has been read", key)}; }

}  // namespace

Engine::Engine(ClusterOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<const ClusterRun*> Engine::cluster(const std::vector<std::string>& inputs) {
  const auto start = std::chrono::steady_clock::now();
  State& state = *state_;
  if (auto fault = fault_in(state.options.recipe)) return fail(*fault);
  if (const auto banding = banding_of(state.options.recipe, state.options.banding_recall); !banding) return fail(banding.error());
  auto intake = take_in(inputs, state.options, state.executor);
  if (!intake) return fail(intake.error());

  state.judging.reset();
  state.intake = std::move(*intake);
  state.judging = std::make_unique<Judging>(state.intake, state.options, state.executor);
  state.judging->run();

  ClusterRun& run = state.intake.run;
  settle_statuses(run, *state.judging);
  fill_clusters(run, *state.judging, state.executor);
  fill_matches(run, *state.judging);
  run.counts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
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

}  // namespace wireprint
