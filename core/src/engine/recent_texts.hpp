// Texts by number, as many as memory lasts for: those that were used last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <utility>

namespace wireprint {

/// Of one thread at a time.
template <class Text>
class RecentTexts {
 public:
  explicit RecentTexts(std::size_t max_tokens) : max_tokens_(max_tokens) {}

  /// Null if it is not there.
  [[nodiscard]] std::shared_ptr<const Text> find(std::uint32_t id) {
    const auto found = where_.find(id);
    if (found == where_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->text;
  }

  /// Lets go of those that were not used for longest while there are too many tokens, but never of this one.
  void insert(std::uint32_t id, std::shared_ptr<const Text> text, std::size_t tokens) {
    if (where_.contains(id)) return;
    entries_.push_front({id, tokens, std::move(text)});
    where_[id] = entries_.begin();
    tokens_ += tokens;
    while (tokens_ > max_tokens_ && entries_.size() > 1) {
      tokens_ -= entries_.back().tokens;
      where_.erase(entries_.back().id);
      entries_.pop_back();
    }
  }

  void clear() {
    entries_.clear();
    where_.clear();
    tokens_ = 0;
  }

 private:
  struct Entry {
    std::uint32_t id;
    std::size_t tokens;
    std::shared_ptr<const Text> text;
  };
  std::size_t max_tokens_;
  std::size_t tokens_ = 0;
  std::list<Entry> entries_;  // the latest used first
  std::unordered_map<std::uint32_t, typename std::list<Entry>::iterator> where_;
};

}  // namespace wireprint
