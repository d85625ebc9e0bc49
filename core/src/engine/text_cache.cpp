#include "engine/text_cache.hpp"

namespace wireprint {

std::shared_ptr<const PreparedText> TextCache::get(ArticleId id) {
  if (auto text = find(id)) return text;
  auto text = prepare_(id);
  insert(id, text);
  return text;
}

std::shared_ptr<const PreparedText> TextCache::find(ArticleId id) {
  const std::lock_guard lock(mutex_);
  const auto found = where_.find(id);
  if (found == where_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->text;
}

void TextCache::insert(ArticleId id, const std::shared_ptr<const PreparedText>& text) {
  const std::lock_guard lock(mutex_);
  if (where_.contains(id)) return;
  entries_.push_front({id, text});
  where_[id] = entries_.begin();
  tokens_ += text->tokens.size();
  while (tokens_ > max_tokens_ && entries_.size() > 1) {
    tokens_ -= entries_.back().text->tokens.size();
    where_.erase(entries_.back().id);
    entries_.pop_back();
  }
}

}  // namespace wireprint
