#include "text/quotations.hpp"

#include <algorithm>
#include <array>

#include "text/unicode_tables.hpp"
#include "base/utf8.hpp"

namespace wireprint {
namespace {

// What closes a quotation, by what opened it. Straight and curly are mixed in practice.
struct Pair {
  char32_t opener;
  std::u32string_view closers;
};
constexpr std::array kPairs{
    Pair{U'"', U"\"”“"},  Pair{U'“', U"”\"“″"},  Pair{U'”', U"”"},    Pair{U'„', U"“”\"‟"}, Pair{U'‟', U"”“"},
    Pair{U'«', U"»"},    Pair{U'»', U"«»"},   Pair{U'「', U"」"},  Pair{U'『', U"』"},   Pair{U'｢', U"｣"},
    Pair{U'＂', U"＂"},  Pair{U'〝', U"〞〟"}, Pair{U'﹁', U"﹂"}, Pair{U'﹃', U"﹄"},
};

const Pair* opened_by(char32_t c) {
  const auto* at = std::find_if(kPairs.begin(), kPairs.end(), [c](const Pair& p) { return p.opener == c; });
  return at == kPairs.end() ? nullptr : at;
}

bool is_closer(char32_t c) {
  return std::any_of(kPairs.begin(), kPairs.end(), [c](const Pair& p) { return p.closers.find(c) != p.closers.npos; });
}

bool is_mark(char32_t c) { return opened_by(c) != nullptr || is_closer(c); }

bool is_line_break(char32_t c) { return (c >= 0x0a && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_space(char32_t c) {
  return c <= ' ' || c == 0x85 || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 ||
         c == 0x202f || c == 0x3000;
}

// What stands beside a mark. The text's ends and line breaks are space; Letter is one of a script that parts words.
enum class Side { Space, Punctuation, Letter, Hebrew, Arabic, EastAsian };

Side side_of(char32_t c) {
  using unicode::WordClass;
  if (is_space(c)) return Side::Space;
  const auto word_class = unicode::entry_of(c).word_class();
  if (word_class == WordClass::Cluster) return Side::EastAsian;
  const bool word = word_class == WordClass::Letter || word_class == WordClass::Digit || word_class == WordClass::Mark;
  if (!word) return Side::Punctuation;
  if (c >= 0x590 && c <= 0x5ff) return Side::Hebrew;
  return c >= 0x600 && c <= 0x6ff ? Side::Arabic : Side::Letter;
}

bool is_word(Side side) { return side != Side::Space && side != Side::Punctuation; }

// A straight mark between Hebrew letters makes an acronym.
bool makes_acronym(char32_t mark, Side before, Side after) {
  return mark == '"' && before == Side::Hebrew && after == Side::Hebrew;
}

// Arabic writes conjunctions together with what they join, East Asian scripts have no spaces at all; elsewhere a
// straight mark right behind a word closes, or says inches.
bool may_open(char32_t mark, Side before, Side after) {
  if (mark == U'”' || mark == U'»') return !is_word(before) && is_word(after);
  if (mark == '"' && (before == Side::Letter || before == Side::Hebrew)) return false;
  if (mark == '"' && after == Side::Space) return before == Side::Space;
  return !is_word(before) || is_word(after) || before == Side::EastAsian;
}

// Of the marks that open in one country and close in another, or do both.
bool must_open(char32_t mark, Side before, Side after) {
  return (mark == '"' || mark == U'“') && before == Side::Space && is_word(after);
}

// Whether a mark or a line break may begin with this byte.
constexpr auto kMayMatter = [] {
  std::array<bool, 256> may{};
  for (const unsigned byte : {0x0aU, 0x0bU, 0x0cU, 0x0dU, 0x22U, 0xc2U, 0xe2U, 0xe3U, 0xefU}) may[byte] = true;
  return may;
}();

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<TextRange> run() {
    for (std::size_t at = 0; at < text_.size();)
      at = kMayMatter[static_cast<unsigned char>(text_[at])] ? look_at(at) : at + 1;
    close(text_.size());
    return std::move(found_);
  }

 private:
  std::size_t look_at(std::size_t at) {
    const auto c = utf8::decode(text_, at);
    const std::size_t next = at + c.length;
    if (is_line_break(c.point)) {
      close(at);
    } else if (is_mark(c.point)) {
      take(c.point, at, next, side_before(at), side_after(next));
    }
    return next;
  }

  [[nodiscard]] Side side_after(std::size_t at) const {
    return at < text_.size() ? side_of(utf8::decode(text_, at).point) : Side::Space;
  }

  [[nodiscard]] Side side_before(std::size_t at) const {
    if (at == 0) return Side::Space;
    do --at;
    while (at > 0 && utf8::continues(text_[at]));
    return side_of(utf8::decode(text_, at).point);
  }

  void take(char32_t mark, std::size_t begin, std::size_t end, Side before, Side after) {
    if (makes_acronym(mark, before, after)) return;
    if (open_ != nullptr && open_->closers.find(mark) != std::u32string_view::npos) {
      close(begin);
      if (!must_open(mark, before, after)) return;
    }
    if (open_ != nullptr || opened_by(mark) == nullptr || !may_open(mark, before, after)) return;
    open_ = opened_by(mark);
    begin_ = end;
  }

  void close(std::size_t end) {
    if (open_ != nullptr && end > begin_)
      found_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)});
    open_ = nullptr;
  }

  std::string_view text_;
  std::vector<TextRange> found_;
  const Pair* open_ = nullptr;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<TextRange> find_quotations(std::string_view text) { return Finder(text).run(); }

}  // namespace wireprint
