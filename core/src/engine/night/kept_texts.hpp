// Archived texts made ready for proof, kept from one question to the next: who asks at a desk asks about today's stories.
//
// Thread-safe.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// A text and the article that it points into. Its spread in time is that of none: who takes it sets its own (see set_spread).
struct KeptText {
  Article article;
  PreparedText text;
};

class KeptTexts {
 public:
  using Make = std::function<std::shared_ptr<const KeptText>()>;

  explicit KeptTexts(std::size_t max_tokens) : max_tokens_(max_tokens) {}

  /// What was kept at this epoch, else what `make` gives. A newer epoch lets go of all: what was removed is not shown again.
  [[nodiscard]] std::shared_ptr<const KeptText> get(std::uint64_t epoch, DocId doc, const Make& make);

 private:
  [[nodiscard]] std::shared_ptr<const KeptText> find(std::uint64_t epoch, DocId doc);
  void insert(std::uint64_t epoch, DocId doc, std::shared_ptr<const KeptText> text);

  using Entry = std::pair<DocId, std::shared_ptr<const KeptText>>;
  std::size_t max_tokens_;
  std::mutex mutex_;
  std::uint64_t epoch_ = 0;
  std::size_t tokens_ = 0;
  std::list<Entry> entries_;  // the latest used first
  std::unordered_map<DocId, std::list<Entry>::iterator> where_;
};

}  // namespace wireprint
