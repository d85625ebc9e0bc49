// Texts made ready for proof, kept while memory lasts: what a run compares often it prepares once.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "engine/recent_texts.hpp"
#include "wireprint/article/article.hpp"
#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

/// A text with the article that it points into.
struct OwnedText {
  Article article;
  PreparedText text;
};

[[nodiscard]] inline std::size_t tokens_of(const PreparedText& text) { return text.tokens.size(); }
[[nodiscard]] inline std::size_t tokens_of(const OwnedText& owned) { return owned.text.tokens.size(); }

/// Thread-safe. Two threads that miss the same text may both prepare it.
template <class Text>
class TextCache {
 public:
  using Prepare = std::function<std::shared_ptr<const Text>(std::uint32_t id)>;

  TextCache(Prepare prepare, std::size_t max_tokens) : prepare_(std::move(prepare)), recent_(max_tokens) {}

  [[nodiscard]] std::shared_ptr<const Text> get(std::uint32_t id) {
    {
      const std::lock_guard lock(mutex_);
      if (auto text = recent_.find(id)) return text;
    }
    auto text = prepare_(id);
    const std::lock_guard lock(mutex_);
    recent_.insert(id, text, tokens_of(*text));
    return text;
  }

 private:
  Prepare prepare_;
  std::mutex mutex_;
  RecentTexts<Text> recent_;
};

}  // namespace wireprint
