#include <algorithm>
#include <optional>

#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

using Hashes = std::vector<std::uint64_t>;

// Finds the spans' tokens without ranges: cuts the body at the spans' ends, from its begin and from its end inwards, and finds
// the pieces' tokens again among the body's. Where a cut goes through a token the pieces have others, and nothing is said.
class Pieces {
 public:
  Pieces(std::string_view body, const Hashes& tokens) : body_(body), tokens_(tokens), end_(body.size()), last_(tokens.size()) {}

  std::optional<std::vector<FurnitureTokens>> run(const std::vector<FurnitureSpan>& spans) {
    const auto middle = std::ranges::find_if(spans, [&](const FurnitureSpan& span) { return span.range.end > body_.size() / 2; });
    for (auto span = spans.begin(); span != middle; ++span) {
      if (!take_first(*span)) return std::nullopt;
    }
    const auto forwards = static_cast<std::ptrdiff_t>(found_.size());
    for (auto span = spans.end(); span != middle;) {
      if (!take_last(*--span)) return std::nullopt;
    }
    if (last_ < first_) return std::nullopt;
    std::reverse(found_.begin() + forwards, found_.end());
    return std::move(found_);
  }

 private:
  bool take_first(const FurnitureSpan& span) {
    const auto before = tokens_from(begin_, span.range.begin, first_);
    const auto inside = before ? tokens_from(span.range.begin, span.range.end, first_ + *before) : std::nullopt;
    if (!inside) return false;
    add(first_ + *before, *inside, span.kind);
    first_ += *before + *inside;
    begin_ = span.range.end;
    return true;
  }

  bool take_last(const FurnitureSpan& span) {
    const auto behind = tokens_until(span.range.end, end_, last_);
    const auto inside = behind ? tokens_until(span.range.begin, span.range.end, last_ - *behind) : std::nullopt;
    if (!inside) return false;
    last_ -= *behind + *inside;
    add(last_, *inside, span.kind);
    end_ = span.range.begin;
    return true;
  }

  void add(std::size_t place, std::size_t tokens, FurnitureKind kind) {
    if (tokens > 0) found_.push_back({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + tokens), kind});
  }

  // How many tokens the bytes [begin, end) have, if they are the body's from `place` on.
  std::optional<std::size_t> tokens_from(std::size_t begin, std::size_t end, std::size_t place) {
    hash_tokens(body_.substr(begin, end - begin), piece_);
    return place + piece_.size() <= tokens_.size() ? size_if_at(place) : std::nullopt;
  }

  // If they are the body's before `place`.
  std::optional<std::size_t> tokens_until(std::size_t begin, std::size_t end, std::size_t place) {
    hash_tokens(body_.substr(begin, end - begin), piece_);
    return piece_.size() <= place ? size_if_at(place - piece_.size()) : std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> size_if_at(std::size_t place) const {
    const bool same = std::equal(piece_.begin(), piece_.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(place));
    return same ? std::optional(piece_.size()) : std::nullopt;
  }

  std::string_view body_;
  const Hashes& tokens_;
  std::size_t begin_ = 0;  // bytes and tokens that are left
  std::size_t end_;
  std::size_t first_ = 0;
  std::size_t last_;
  Hashes piece_;
  std::vector<FurnitureTokens> found_;
};

std::vector<FurnitureTokens> by_ranges(std::string_view body, const Furniture& furniture) {
  TokenStream tokens = tokenize(body);
  mark_furniture(furniture, tokens);
  std::vector<FurnitureTokens> found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens.kinds[i] == FurnitureKind::Story) continue;
    if (!found.empty() && found.back().end == i && found.back().kind == tokens.kinds[i]) ++found.back().end;
    else found.push_back({i, i + 1, tokens.kinds[i]});
  }
  return found;
}

}  // namespace

std::vector<FurnitureTokens> furniture_tokens(std::string_view body, const Furniture& furniture, const Hashes& tokens) {
  if (furniture.spans.empty()) return {};
  auto found = Pieces(body, tokens).run(furniture.spans);
  return found ? std::move(*found) : by_ranges(body, furniture);
}

std::vector<FurnitureKind> kinds_of(std::span<const FurnitureTokens> furniture, std::size_t tokens) {
  std::vector<FurnitureKind> kinds(tokens, FurnitureKind::Story);
  for (const auto& span : furniture) std::fill(kinds.begin() + span.begin, kinds.begin() + span.end, span.kind);
  return kinds;
}

}  // namespace wireprint
