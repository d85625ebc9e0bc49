// Archived texts made ready for proof, kept from one question to the next: who asks at a desk asks about today's stories.
//
// Thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "engine/text_cache.hpp"
#include "wireprint/archive/article_store.hpp"

namespace wireprint {

/// Their spread in time is that of their epoch. A newer epoch lets go of all: what was removed is not shown again.
class KeptTexts {
 public:
  using Make = std::function<std::shared_ptr<const OwnedText>()>;

  /// Half of the tokens are those of words, of which most are asked for nothing else.
  explicit KeptTexts(std::size_t max_tokens) : words_(max_tokens / 2), texts_(max_tokens / 2) {}

  /// What was kept at this epoch, else what `make` gives: the words of a text (see prepare_words), or all of it.
  [[nodiscard]] std::shared_ptr<const OwnedText> words(std::uint64_t epoch, DocId doc, const Make& make) { return get(words_, epoch, doc, make); }
  [[nodiscard]] std::shared_ptr<const OwnedText> texts(std::uint64_t epoch, DocId doc, const Make& make) { return get(texts_, epoch, doc, make); }

 private:
  using Recent = RecentTexts<OwnedText>;
  [[nodiscard]] std::shared_ptr<const OwnedText> get(Recent& recent, std::uint64_t epoch, DocId doc, const Make& make);
  [[nodiscard]] std::shared_ptr<const OwnedText> find(Recent& recent, std::uint64_t epoch, DocId doc);

  std::mutex mutex_;
  std::uint64_t epoch_ = 0;
  Recent words_;
  Recent texts_;
};

}  // namespace wireprint
