#include "engine/night/kept_texts.hpp"

namespace wireprint {

std::shared_ptr<const OwnedText> KeptTexts::get(Recent& recent, std::uint64_t epoch, DocId doc, const Make& make) {
  if (auto kept = find(recent, epoch, doc)) return kept;
  auto made = make();
  const std::lock_guard lock(mutex_);
  if (epoch == epoch_) recent.insert(doc, made, tokens_of(*made));
  return made;
}

std::shared_ptr<const OwnedText> KeptTexts::find(Recent& recent, std::uint64_t epoch, DocId doc) {
  const std::lock_guard lock(mutex_);
  if (epoch > epoch_) {
    words_.clear();
    texts_.clear();
    epoch_ = epoch;
  }
  return epoch == epoch_ ? recent.find(doc) : nullptr;
}

}  // namespace wireprint
