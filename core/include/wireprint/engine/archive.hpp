// An archive of articles that grows: add tonight's, ask whether one is a copy, take some out.
//
// Its clusters are a function of the set of articles that it holds, whatever the batches and the order in which they came:
// those of Engine::cluster over the same articles, but that ids are kept, that an outlet's precision is settled once, and
// that of two versions with the same dates the one that is there already is not added again.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/report/check_answer.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {

struct ArchiveOptions {
  CopyRule rule = {};
  int threads = 0;  ///< for add() and remove(); 0 takes one for each processor
  std::size_t kept_tokens = 4'000'000;  ///< of archived texts, in memory from one check() to the next: some 60 bytes each
};

/// What a batch did.
struct BatchReport {
  std::vector<Event> events;  ///< in order; those with seq 0 changed nothing and are not kept
  std::map<EventKind, std::uint64_t> counts;
  std::vector<DocId> docs;          ///< of each article that was given, its version's number; of one that was there, that one's
  std::uint64_t comparisons = 0;    ///< pairs compared on the text
  std::uint64_t judged_again = 0;   ///< articles of earlier batches that were looked at anew
};

struct CheckOptions {
  std::size_t top = 10;  ///< at most so many matches
  DocId before = kNoDoc;  ///< versions with this number and later ones are not looked at
  double min = 0.0;      ///< of a match, the larger of copied and kept is at least this
};

/// What a batch did, and what was to be said of each of its articles as it came.
struct EachReport {
  BatchReport report;
  std::vector<CheckAnswer> answers;
};

/// A batch that was judged and not stored.
struct Rehearsal {
  BatchReport report;
  std::shared_ptr<const StoreView> view;  ///< the archive as it would be with it
};

/// check(), rehearse() and view() may be called by any number of threads, while one other adds or removes.
class Archive {
 public:
  /// What a new store has to say of itself to be opened here.
  [[nodiscard]] static StoreIdentity identity(Recipe recipe = {}, bool keeps_text = true);

  /// Errors: Incompatible where `store` was filled by another version of the rules, naming the field that differs.
  [[nodiscard]] static Result<Archive> open(std::shared_ptr<ArticleStore> store, ArchiveOptions options = {});

  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  /// One batch, one commit. Errors: those of the store; nothing is changed then.
  [[nodiscard]] Result<BatchReport> add(std::vector<Article> articles);

  /// As add(), and says of each article what the archive and those before it in `articles` have of it. `cluster` and
  /// `original` are those that it has once all of them are added.
  [[nodiscard]] Result<EachReport> add_each(std::vector<Article> articles);

  /// Takes out the texts alone: articles stay in their clusters and can be found, and what is theirs cannot be shown.
  [[nodiscard]] Result<BatchReport> remove_texts(std::span<const std::string> keys);

  /// Takes out all versions under these keys, and mends what their clusters were. Unknown ones are passed over.
  [[nodiscard]] Result<BatchReport> remove(std::span<const std::string> keys);

  /// What the archive has of an article, as if it had been added alone; see CheckAnswer. Its own key is left out.
  /// Errors: those of the store.
  [[nodiscard]] Result<CheckAnswer> check(const Article& article, const CheckOptions& options = {}) const;

  /// What add() would do upon `view`, which is one of this archive or of another rehearsal; nothing is stored. All of `articles` stay
  /// in memory as long as the view that it gives. Errors: those of the store.
  [[nodiscard]] Result<Rehearsal> rehearse(std::shared_ptr<const StoreView> view, std::vector<Article> articles) const;

  /// The newest epoch.
  [[nodiscard]] std::shared_ptr<const StoreView> view() const;

  struct State;

 private:
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wireprint
