#include "wireprint/engine/archive.hpp"

#include <mutex>

#include "engine/night/checking.hpp"
#include "engine/night/events.hpp"
#include "engine/night/take_in.hpp"
#include "wireprint/sketch/recipe_text.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {

struct Archive::State {
  std::shared_ptr<ArticleStore> store;
  Executor executor;
  NightRules rules;
  std::mutex writing;
  KeptTexts texts;

  State(std::shared_ptr<ArticleStore> kept, const Banding& banding, const ArchiveOptions& options)
      : store(std::move(kept)),
        executor(options.threads),
        rules{store->identity().recipe, options.rule, passage_rule_of(store->identity().recipe), banding, store->identity().keeps_text},
        texts(options.kept_tokens) {}
};

namespace {

constexpr const char* kRules = "wireprint-rules-2";

std::vector<ReadArticle> read_all(std::vector<Article> articles, const Archive::State& state, const Executor& executor) {
  std::vector<ReadArticle> read(articles.size());
  executor.for_each(articles.size(), [&](std::size_t i) { read[i] = read_article(std::move(articles[i]), state.rules.recipe); });
  return read;
}

void cluster_anew(Night& night, std::span<const Taken> taken, std::span<const DocId> removed, BatchReport& report) {
  count_spread(night);
  find_groups(night);
  find_copies(night);
  const Reclustered reclustered = rebuild_clusters(night);
  report.events = tell(night, taken, removed, reclustered);
  for (const Event& event : report.events) ++report.counts[event.kind];
  for (const Taken& one : taken) report.docs.push_back(one.doc);
  report.comparisons = night.proofs.comparisons();
  report.judged_again = night.judged_again;
}

Result<BatchReport> commit(Night& night, ArticleStore& store, BatchReport report) {
  if (auto fault = night.overlay.fault()) return fail(*fault);
  if (night.overlay.is_changed()) {
    auto done = store.commit(std::move(night.overlay).take());
    if (!done) return fail(done.error());
  }
  return report;
}

Result<BatchReport> add_batch(Archive::State& state, std::vector<ReadArticle> read) {
  Night night(state.store->view(), state.rules, state.executor);
  const auto taken = add_articles(night, std::move(read));
  BatchReport report;
  cluster_anew(night, taken, {}, report);
  return commit(night, *state.store, std::move(report));
}

// Each article against the archive with those before it laid over, one on the other. They are grouped, but not clustered.
std::vector<CheckAnswer> answer_in_turn(const Archive::State& state, const std::vector<ReadArticle>& articles) {
  std::vector<CheckAnswer> answers;
  std::shared_ptr<const StoreView> view = state.store->view();
  for (const ReadArticle& article : articles) {
    answers.push_back(check_article(view, state.rules, article, {}));
    const auto night = std::make_shared<Night>(view, state.rules, state.executor);
    static_cast<void>(add_articles(*night, {article}));
    count_spread(*night);
    find_groups(*night);
    view = std::shared_ptr<const StoreView>(night, &night->overlay);
  }
  return answers;
}

/// A night with the threads that it is judged by: others may be at work in the archive's own.
struct RehearsedNight {
  RehearsedNight(std::shared_ptr<const StoreView> view, const Archive::State& state) : executor(state.executor.threads()), night(std::move(view), state.rules, executor) {}

  Executor executor;
  Night night;
};

// As it stands now that all are added.
void name_cluster(CheckAnswer& answer, const StoreView& view, DocId doc) {
  const auto standing = view.standing(doc);
  const auto row = view.cluster(standing ? standing->cluster : 0);
  answer.cluster = row ? row->id : "";
  answer.original = row ? view.record(row->original).value_or(DocRecord{}).key : Key{};
}

}  // namespace

StoreIdentity Archive::identity(Recipe recipe, bool keeps_text) {
  recipe.unicode = unicode_version();
  return {std::move(recipe), kRules, keeps_text};
}

Result<Archive> Archive::open(std::shared_ptr<ArticleStore> store, ArchiveOptions options) {
  const StoreIdentity& theirs = store->identity();
  Recipe ours = theirs.recipe;
  ours.text = is_by_letters(ours) ? kLettersText : kWordsText;
  ours.unicode = unicode_version();
  if (auto differs = incompatibility(ours, theirs.recipe)) return fail(*differs);
  if (theirs.rules != kRules) return fail({ErrorCode::Incompatible, "the archive was judged by the rules '" + theirs.rules + "', this program's are '" + kRules + "'"});
  if (auto fault = fault_in(theirs.recipe)) return fail(*fault);
  const auto banding = banding_of(theirs.recipe, kBandingRecall);
  if (!banding) return fail(banding.error());
  return Archive(std::make_unique<State>(std::move(store), *banding, options));
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

Result<BatchReport> Archive::add(std::vector<Article> articles) {
  const std::lock_guard lock(state_->writing);
  return add_batch(*state_, read_all(std::move(articles), *state_, state_->executor));
}

Result<EachReport> Archive::add_each(std::vector<Article> articles) {
  const std::lock_guard lock(state_->writing);
  auto read = read_all(std::move(articles), *state_, state_->executor);
  EachReport each;
  each.answers = answer_in_turn(*state_, read);
  auto report = add_batch(*state_, std::move(read));
  if (!report) return fail(report.error());
  each.report = std::move(*report);
  const auto view = state_->store->view();
  for (std::size_t i = 0; i < each.answers.size(); ++i) name_cluster(each.answers[i], *view, each.report.docs[i]);
  if (auto fault = view->fault()) return fail(*fault);
  return each;
}

Result<BatchReport> Archive::remove_texts(std::span<const std::string> keys) {
  const std::lock_guard lock(state_->writing);
  Night night(state_->store->view(), state_->rules, state_->executor);
  wireprint::remove_texts(night, keys);
  return commit(night, *state_->store, {});
}

Result<BatchReport> Archive::remove(std::span<const std::string> keys) {
  const std::lock_guard lock(state_->writing);
  Night night(state_->store->view(), state_->rules, state_->executor);
  const auto removed = remove_articles(night, keys);
  BatchReport report;
  cluster_anew(night, {}, removed, report);
  return commit(night, *state_->store, std::move(report));
}

Result<CheckAnswer> Archive::check(const Article& article, const CheckOptions& options) const {
  const auto view = state_->store->view();
  CheckAnswer answer = check_article(view, state_->rules, read_article(article, state_->rules.recipe), options, &state_->texts);
  if (auto fault = view->fault()) return fail(*fault);
  return answer;
}

Result<Rehearsal> Archive::rehearse(std::shared_ptr<const StoreView> view, std::vector<Article> articles) const {
  const auto rehearsed = std::make_shared<RehearsedNight>(std::move(view), *state_);
  Night& night = rehearsed->night;
  const auto taken = add_articles(night, read_all(std::move(articles), *state_, rehearsed->executor));
  Rehearsal rehearsal;
  cluster_anew(night, taken, {}, rehearsal.report);
  if (auto fault = night.overlay.fault()) return fail(*fault);
  rehearsal.view = std::shared_ptr<const StoreView>(rehearsed, &night.overlay);
  return rehearsal;
}

std::shared_ptr<const StoreView> Archive::view() const { return state_->store->view(); }

}  // namespace wireprint
