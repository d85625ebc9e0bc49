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

/// Their spread in time is that of none: who takes one sets its own (see set_spread).
class KeptTexts {
 public:
  using Make = std::function<std::shared_ptr<const OwnedText>()>;

  explicit KeptTexts(std::size_t max_tokens) : recent_(max_tokens) {}

  /// What was kept at this epoch, else what `make` gives. A newer epoch lets go of all: what was removed is not shown again.
  [[nodiscard]] std::shared_ptr<const OwnedText> get(std::uint64_t epoch, DocId doc, const Make& make);

 private:
  [[nodiscard]] std::shared_ptr<const OwnedText> find(std::uint64_t epoch, DocId doc);

  std::mutex mutex_;
  std::uint64_t epoch_ = 0;
  RecentTexts<OwnedText> recent_;
};

}  // namespace wireprint
