// What an outlet puts around a story: byline, dateline, agency credit, promos, related links, copyright lines.
//
// Known patterns are data: a table in one file, for several languages. What recurs without being known is learned
// from the corpus by the stage `spread`. Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// "story", "byline", "dateline", "agency_credit", "promo", "related_links", "newsletter", "copyright", "caption", "stray", "recurring".
[[nodiscard]] std::string_view name_of(FurnitureKind kind);

/// A stretch of an article's body that is not story.
struct FurnitureSpan {
  TextRange range;          ///< in bytes of the body; spans are sorted and do not overlap
  FurnitureKind kind = FurnitureKind::Story;
  std::string_view reason;  ///< name of the rule in the table; lives as long as the program
};

/// What the pattern table says of one article.
struct Furniture {
  std::vector<FurnitureSpan> spans;
  std::string agency;  ///< the agency that this article itself credits, by its short name ("AP", "dpa"); else empty
  bool agency_own = false;  ///< the outlet itself is an agency
};

/// Looks at the body: its first and last paragraphs for all forms, those between for promos, captions and marks. When in
/// doubt a text is story. The agency is the first one named by a dateline, a credit line, a byline or a copyright line of
/// the body, else by the fields byline, author, copyright and outlet; never one that running text mentions. All languages
/// are looked for whatever `article.language` says, since feeds err in it.
[[nodiscard]] Furniture find_furniture(const Article& article);

/// Furniture by the tokens that lie in it: [begin, end) of the body's.
struct FurnitureTokens {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  FurnitureKind kind = FurnitureKind::Story;

  friend bool operator==(const FurnitureTokens&, const FurnitureTokens&) = default;
};

/// Which tokens mark_furniture() marks, in order, told from the hashes of the body's tokens (see hash_tokens); what lies
/// between the spans is hardly looked at again.
[[nodiscard]] std::vector<FurnitureTokens> furniture_tokens(std::string_view body, const Furniture& furniture, const std::vector<std::uint64_t>& tokens);

/// The kind of each of `tokens` tokens.
[[nodiscard]] std::vector<FurnitureKind> kinds_of(std::span<const FurnitureTokens> furniture, std::size_t tokens);

/// Sets the kind of each token of the article's body that lies in a span.
void mark_furniture(const Furniture& furniture, TokenStream& tokens);

}  // namespace wireprint
