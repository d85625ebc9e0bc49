#include "article/entities.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "article/ascii.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kLongest = 33;  // the longest name has 31 letters
constexpr std::size_t kKept = 4096;

struct FreeTree {
  void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};

/// The reference with & and ;, or nothing.
std::string_view written_at(std::string_view text) {
  const auto body = text.substr(1, kLongest);
  const auto end = std::find_if_not(body.begin(), body.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '#'; });
  if (end == body.begin() || end == body.end() || *end != ';') return {};
  return text.substr(0, static_cast<std::size_t>(end - body.begin()) + 2);
}

/// What the library makes of a reference: the table of names is its own, and is not to be had in another way.
std::string decoded(std::string_view written) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeTree> tree(gumbo_parse_with_options(&options, written.data(), written.size()));
  const GumboVector& children = tree->root->v.element.children;
  if (children.length != 1) return std::string(written);
  const auto* node = static_cast<const GumboNode*>(children.data[0]);
  const bool is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE;
  return is_text ? node->v.text.text : std::string(written);
}

/// "&notit;" is read as "¬it;": what keeps its semicolon was no reference as a whole.
bool is_whole(std::string_view written, std::string_view text) {
  return text != written && !text.empty() && (text.size() == 1 || !text.ends_with(';'));
}

}  // namespace

std::optional<Entity> entity_at(std::string_view text) {
  const std::string_view written = written_at(text);
  if (written.empty()) return std::nullopt;
  thread_local std::unordered_map<std::string, std::string> known;
  if (known.size() > kKept) known.clear();
  auto [entry, is_new] = known.try_emplace(std::string(written));
  if (is_new) entry->second = decoded(written);
  if (!is_whole(written, entry->second)) return std::nullopt;
  return Entity{written.size(), entry->second};
}

}  // namespace wireprint
