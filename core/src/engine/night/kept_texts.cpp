#include "engine/night/kept_texts.hpp"

namespace wireprint {

std::shared_ptr<const KeptText> KeptTexts::get(std::uint64_t epoch, DocId doc, const Make& make) {
  if (auto kept = find(epoch, doc)) return kept;
  auto made = make();
  insert(epoch, doc, made);
  return made;
}

std::shared_ptr<const KeptText> KeptTexts::find(std::uint64_t epoch, DocId doc) {
  const std::lock_guard lock(mutex_);
  if (epoch > epoch_) {
    entries_.clear();
    where_.clear();
    tokens_ = 0;
    epoch_ = epoch;
  }
  const auto found = epoch == epoch_ ? where_.find(doc) : where_.end();
  if (found == where_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void KeptTexts::insert(std::uint64_t epoch, DocId doc, std::shared_ptr<const KeptText> text) {
  const std::lock_guard lock(mutex_);
  if (epoch != epoch_ || where_.contains(doc)) return;
  tokens_ += text->text.tokens.size();
  entries_.emplace_front(doc, std::move(text));
  where_[doc] = entries_.begin();
  while (tokens_ > max_tokens_ && entries_.size() > 1) {
    tokens_ -= entries_.back().second->text.tokens.size();
    where_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

}  // namespace wireprint
