// Texts made ready for proof, kept while memory lasts: what a run compares often it prepares once.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "wireprint/base/ids.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// Thread-safe. Two threads that miss the same text may both prepare it.
class TextCache {
 public:
  using Prepare = std::function<std::shared_ptr<const PreparedText>(ArticleId)>;

  TextCache(Prepare prepare, std::size_t max_tokens) : prepare_(std::move(prepare)), max_tokens_(max_tokens) {}

  [[nodiscard]] std::shared_ptr<const PreparedText> get(ArticleId id);

 private:
  struct Entry {
    ArticleId id;
    std::shared_ptr<const PreparedText> text;
  };
  std::shared_ptr<const PreparedText> find(ArticleId id);
  void insert(ArticleId id, const std::shared_ptr<const PreparedText>& text);

  Prepare prepare_;
  std::size_t max_tokens_;
  std::mutex mutex_;
  std::size_t tokens_ = 0;
  std::list<Entry> entries_;  // the latest used first
  std::unordered_map<ArticleId, std::list<Entry>::iterator> where_;
};

}  // namespace wireprint
