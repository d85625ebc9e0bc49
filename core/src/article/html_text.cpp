#include "article/html_text.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "article/ascii.hpp"
#include "article/entities.hpp"

namespace wireprint {
namespace {

constexpr int kDeepest = 1000;

struct FreeTree {
  void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

bool is_block(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_P,          GUMBO_TAG_BR,      GUMBO_TAG_DIV,     GUMBO_TAG_LI,      GUMBO_TAG_UL,     GUMBO_TAG_OL,
                         GUMBO_TAG_H1,         GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,      GUMBO_TAG_H5,     GUMBO_TAG_H6,
                         GUMBO_TAG_TABLE,      GUMBO_TAG_TR,      GUMBO_TAG_CAPTION, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,
                         GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FOOTER,  GUMBO_TAG_ASIDE,   GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DL,
                         GUMBO_TAG_DT,         GUMBO_TAG_DD,      GUMBO_TAG_PRE,     GUMBO_TAG_HR,      GUMBO_TAG_FORM,   GUMBO_TAG_MAIN,
                         GUMBO_TAG_NAV,        GUMBO_TAG_ADDRESS, GUMBO_TAG_CENTER,  GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY});
}

bool is_cell(GumboTag tag) { return is_one_of(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH}); }

bool is_hidden(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TITLE, GUMBO_TAG_IFRAME, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                         GUMBO_TAG_OBJECT, GUMBO_TAG_SVG, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA});
}

bool closes_itself(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_P,     GUMBO_TAG_BR,   GUMBO_TAG_LI,   GUMBO_TAG_IMG,    GUMBO_TAG_HR,    GUMBO_TAG_DT,
                         GUMBO_TAG_DD,    GUMBO_TAG_TR,   GUMBO_TAG_TD,   GUMBO_TAG_TH,     GUMBO_TAG_INPUT, GUMBO_TAG_META,
                         GUMBO_TAG_LINK,  GUMBO_TAG_COL,  GUMBO_TAG_WBR,  GUMBO_TAG_SOURCE, GUMBO_TAG_PARAM, GUMBO_TAG_EMBED,
                         GUMBO_TAG_OPTION});
}

/// Something at a byte of the source.
struct Mark {
  enum class Kind { Break, Cell, Text, Verbatim } kind = Kind::Break;
  std::size_t begin = 0;
  std::size_t end = 0;
  const char* decoded = nullptr;  // of a Text
};

/// Walks over a tree and notes what will be text. The order of a tree is not always that of its source: what stands in
/// a table where it must not is put before the table.
class Walk {
 public:
  explicit Walk(std::string_view html) : html_(html) {}

  std::vector<Mark> marks_of(const GumboNode* root) {
    std::vector<const GumboNode*> open{root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (node->type == GUMBO_NODE_ELEMENT) element(node->v.element, open);
      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) text(node->v.text);
    }
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    return std::move(marks_);
  }

  [[nodiscard]] bool has_blocks() const { return has_blocks_; }

 private:
  void element(const GumboElement& element, std::vector<const GumboNode*>& open) {
    if (is_hidden(element.tag)) return;
    if (is_block(element.tag)) {
      has_blocks_ = true;
      note(Mark::Kind::Break, element.start_pos.offset);
      note(Mark::Kind::Break, element.end_pos.offset);
    }
    if (is_cell(element.tag)) note(Mark::Kind::Cell, element.start_pos.offset);
    if (element.tag == GUMBO_TAG_UNKNOWN) unknown_tag(element.original_tag);
    for (unsigned i = element.children.length; i > 0; --i) open.push_back(static_cast<const GumboNode*>(element.children.data[i - 1]));
  }

  void unknown_tag(const GumboStringPiece& tag) {
    if (std::string_view(tag.data, tag.length).find('.') == std::string_view::npos) return;
    const std::size_t begin = offset_of(tag.data);
    marks_.push_back({Mark::Kind::Verbatim, begin, begin + tag.length, nullptr});
  }

  void text(const GumboText& node) {
    const std::size_t begin = offset_of(node.original_text.data);
    const std::size_t end = std::min(begin + node.original_text.length, html_.size());
    if (begin < end) marks_.push_back({Mark::Kind::Text, begin, end, node.text});
  }

  void note(Mark::Kind kind, std::size_t at) {
    at = std::min(at, html_.size());
    marks_.push_back({kind, at, at, nullptr});
  }

  /// Beyond the source for what is not in it.
  [[nodiscard]] std::size_t offset_of(const char* place) const {
    const bool inside = std::less_equal<>()(html_.data(), place) && std::less<>()(place, html_.data() + html_.size());
    return inside ? static_cast<std::size_t>(place - html_.data()) : html_.size();
  }

  std::string_view html_;
  std::vector<Mark> marks_;
  bool has_blocks_ = false;
};

/// Writes marks in the order of the source.
class Writer {
 public:
  Writer(std::string_view html, bool breaks_are_spaces, StrippedText& to) : html_(html), breaks_are_spaces_(breaks_are_spaces), to_(to) {}

  void write(const Mark& mark) {
    switch (mark.kind) {
      case Mark::Kind::Break: return between("\n");
      case Mark::Kind::Cell: return between("\t");
      case Mark::Kind::Verbatim:
        to_.skip_to(mark.begin);
        return to_.copy_up_to(mark.end);
      case Mark::Kind::Text: return text(mark);
    }
  }

 private:
  void between(std::string_view separator) {
    const bool needed = !to_.text().empty() && to_.text().back() != '\n' && to_.text().back() != separator.front();
    if (needed) to_.insert(separator);
  }

  // The parser says where a text stands as a whole. Read piece by piece it is known more exactly, unless the parser made
  // something else of it: then its word counts.
  void text(const Mark& mark) {
    if (mark.end <= to_.at()) return;
    to_.skip_to(mark.begin);
    const auto pieces = pieces_of(to_.at(), mark.end);
    std::string together;
    for (const auto& piece : pieces) together += piece.text;
    if (together != mark.decoded) return to_.replace(mark.end - to_.at(), with_spaces(mark.decoded));
    for (const auto& piece : pieces) to_.replace(piece.length, with_spaces(piece.text));
  }

  struct Piece {
    std::size_t length;
    std::string text;
  };

  [[nodiscard]] std::vector<Piece> pieces_of(std::size_t at, std::size_t end) const {
    std::vector<Piece> pieces;
    while (at < end) {
      const auto rest = html_.substr(at, end - at);
      pieces.push_back(piece_at(rest));
      at += pieces.back().length;
    }
    return pieces;
  }

  static Piece piece_at(std::string_view rest) {
    if (rest.starts_with("\r\n")) return {2, "\n"};
    if (rest.front() == '\r') return {1, "\n"};
    if (rest.front() == '&') {
      if (auto entity = entity_at(rest)) return {entity->length, std::move(entity->text)};
    }
    const auto length = std::min(rest.find_first_of("&\r", 1), rest.size());
    return {length, std::string(rest.substr(0, length))};
  }

  [[nodiscard]] std::string with_spaces(std::string text) const {
    if (breaks_are_spaces_) std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  std::string_view html_;
  bool breaks_are_spaces_;
  StrippedText& to_;
};

}  // namespace

bool nests_too_deep(std::string_view html) {
  int depth = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closing = html.substr(at + 1).starts_with('/');
    const auto name = html.substr(at + (closing ? 2 : 1), 16);
    if (name.empty() || !is_letter(name.front())) continue;
    const auto length = static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c); }) - name.begin());
    if (closes_itself(gumbo_tagn_enum(name.data(), static_cast<unsigned>(length)))) continue;
    depth = closing ? std::max(0, depth - 1) : depth + 1;
    if (depth > kDeepest) return true;
  }
  return false;
}

void append_html_text(std::string_view html, StrippedText& text) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeTree> tree(gumbo_parse_with_options(&options, html.data(), html.size()));
  Walk walk(html);
  const auto marks = walk.marks_of(tree->root);
  Writer writer(html, walk.has_blocks(), text);
  for (const Mark& mark : marks) writer.write(mark);
}

}  // namespace wireprint
