#include "engine/night/kept_texts.hpp"

namespace wireprint {

std::shared_ptr<const OwnedText> KeptTexts::get(std::uint64_t epoch, DocId doc, const Make& make) {
  if (auto kept = find(epoch, doc)) return kept;
  auto made = make();
  const std::lock_guard lock(mutex_);
  if (epoch == epoch_) recent_.insert(doc, made, tokens_of(*made));
  return made;
}

std::shared_ptr<const OwnedText> KeptTexts::find(std::uint64_t epoch, DocId doc) {
  const std::lock_guard lock(mutex_);
  if (epoch > epoch_) {
    recent_.clear();
    epoch_ = epoch;
  }
  return epoch == epoch_ ? recent_.find(doc) : nullptr;
}

}  // namespace wireprint
