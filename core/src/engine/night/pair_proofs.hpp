// Pairs compared on their texts within one batch, each once.
//
// Thread-safe, while nothing is written to the overlay.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/night/kept_texts.hpp"
#include "engine/night/overlay.hpp"
#include "engine/night/scene.hpp"
#include "engine/text_cache.hpp"
#include "wireprint/base/executor.hpp"

namespace wireprint {

using DocPair = std::pair<DocId, DocId>;  // the earlier one first

struct Outcome {
  bool copy = false;
  bool nearly_identical = false;
  CopyRecord record;  ///< of a copy
};

/// A stored copy as the match that it was made of, as far as clusters are told by it.
[[nodiscard]] Match to_match(const CopyRecord& copy);

class PairProofs {
 public:
  PairProofs(Documents& documents, const NightRules& rules);

  /// Takes archived texts from there, and puts them there; before the first question.
  void keep_in(KeptTexts* kept) { kept_ = kept; }

  /// Every figure of the pair; compares each time. Where a text was taken out, a pair stays what it was.
  [[nodiscard]] Match compare(DocId a, DocId b);

  /// False where compare() would find a pair different for sharing hardly a word: no places in the texts are looked for.
  [[nodiscard]] bool share_enough(DocId a, DocId b);

  /// Where texts are not kept.
  [[nodiscard]] EstimatedMatch estimate(DocId a, DocId b);

  [[nodiscard]] Outcome of(DocId a, DocId b);
  [[nodiscard]] bool nearly_identical(DocId a, DocId b);
  void prove(std::span<const DocPair> pairs, const Executor& executor);

  [[nodiscard]] std::shared_ptr<const OwnedText> text(DocId doc) { return texts_.get(doc); }

  [[nodiscard]] bool may_be_reissue(DocId a, DocId b);
  [[nodiscard]] std::uint64_t comparisons() const { return comparisons_; }

 private:
  [[nodiscard]] std::shared_ptr<const OwnedText> words_of(DocId doc, const CrossingOf& crossing) const;
  [[nodiscard]] static std::shared_ptr<OwnedText> completed(const OwnedText& words);
  [[nodiscard]] bool holds_moved(const PreparedText& text) const;
  [[nodiscard]] std::shared_ptr<const OwnedText> with_own_spread(std::shared_ptr<const OwnedText> kept) const;
  [[nodiscard]] bool is_kept(DocId doc) const { return kept_ != nullptr && doc < overlay_.base().docs(); }
  [[nodiscard]] std::shared_ptr<const OwnedText> kept_words_of(DocId doc);
  [[nodiscard]] std::shared_ptr<const OwnedText> text_of(DocId doc);
  [[nodiscard]] bool have_texts(DocId a, DocId b);
  [[nodiscard]] std::optional<Outcome> known(DocId a, DocId b);
  [[nodiscard]] std::string headline(DocId doc);
  [[nodiscard]] Match as_stored(DocId a, DocId b);

  Documents& documents_;
  const Overlay& overlay_;
  const NightRules& rules_;
  KeptTexts* kept_ = nullptr;
  CrossingOf crossing_;
  TextCache<OwnedText> words_;
  TextCache<OwnedText> texts_;
  std::mutex mutex_;
  std::map<DocPair, Outcome> known_;
  std::unordered_map<DocId, std::string> headlines_;
  std::atomic<std::uint64_t> comparisons_{0};
};

}  // namespace wireprint
