// What the tests of furniture share: an article from paragraphs, and the furniture found in it as readable lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wireprint/text/furniture.hpp"

namespace wireprint::test {

inline Article article_of(std::string body) {
  Article article;
  article.body = std::move(body);
  return article;
}

inline std::string_view text_of(const Article& article, const FurnitureSpan& span) {
  return std::string_view(article.body).substr(span.range.begin, span.range.end - span.range.begin);
}

/// "kind: text" of each span.
inline std::vector<std::string> found_in(const std::string& body) {
  const Article article = article_of(body);
  std::vector<std::string> lines;
  for (const auto& span : find_furniture(article).spans) {
    lines.push_back(std::string(name_of(span.kind)) + ": " + std::string(text_of(article, span)));
  }
  return lines;
}

/// Seven paragraphs of plain story, so that what a test puts before, among or behind them stands where it says.
inline std::string story() {
  return "The harbour master closed the eastern quay after the storm had torn two cranes from their rails.\n\n"
         "Nobody was hurt, the port said, because the night shift had been sent home at nine.\n\n"
         "Divers will look at the foundations as soon as the wind has dropped below force six.\n\n"
         "Two freighters bound for the quay were waiting in the roads, one of them with fruit on board.\n\n"
         "Insurers put the damage at several million, most of it to the older of the cranes.\n\n"
         "The council is to meet once the divers have told it what they saw under the quay wall.\n\n"
         "A ferry that had been due in the morning was sent to the neighbouring port.";
}

}  // namespace wireprint::test
