// One article as its source gave it: the unit that enters the pipeline.
#pragma once

#include <string>

#include "wireprint/article/source_map.hpp"
#include "wireprint/article/timestamp.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

/// The name under which the input knows an article. Keys are compared by their text: 7 and "7" are one key.
struct Key {
  std::string text;
  bool number = false;  ///< the input had it as a number, and so it is written

  friend bool operator==(const Key& a, const Key& b) { return a.text == b.text; }
  friend auto operator<=>(const Key& a, const Key& b) { return a.text <=> b.text; }
};

/// Fields are UTF-8 as decoded from the input, empty where the input has none.
struct Article {
  Key key;
  std::string outlet;
  std::string headline;
  std::string body;       ///< without mark-up; offsets of tokens and passages count in this
  SourceMap body_source;  ///< from `body` to the field as it came; empty where they are the same
  std::string url;
  std::string language;
  std::string byline;
  std::string author;
  std::string copyright;
  Timestamp published;
  std::string published_as_read;
  Timestamp updated;
  Location where;  ///< file and line, for messages
};

}  // namespace wireprint
