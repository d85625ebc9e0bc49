// What arrives: new articles, versions of known ones, and what is to go.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/night/night.hpp"
#include "engine/reading.hpp"

namespace wireprint {

/// What became of an article as it arrived.
struct Taken {
  EventKind kind = EventKind::New;  ///< New, Version or Unchanged
  DocId doc = kNoDoc;
};

/// Adds them in their order. Of several under one key the newest is judged: the later `updated`, else the later `published`,
/// else the later to arrive; one that is there already, field for field, is not added again.
[[nodiscard]] std::vector<Taken> add_articles(Night& night, std::vector<ReadArticle> articles);

/// Takes all versions under the keys away; those that are unknown are passed over. Gives the articles that were judged or
/// could have been, by key.
[[nodiscard]] std::vector<DocId> remove_articles(Night& night, std::span<const std::string> keys);

/// Takes away the text of all versions under the keys. What was proven on it stays.
void remove_texts(Night& night, std::span<const std::string> keys);

}  // namespace wireprint
