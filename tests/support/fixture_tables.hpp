// The tables of fixtures/README.md: what each article of the sample is there to show.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "support/source_dir.hpp"

namespace wireprint::test {

/// The first three cells of each row of the table below "## `title`", without backquotes.
inline std::vector<std::vector<std::string>> fixture_table(const std::string& title) {
  std::ifstream file(source_dir() + "/fixtures/README.md");
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## " + title;
    if (!inside || !line.starts_with("| `")) continue;
    auto& cells = rows.emplace_back();
    for (std::size_t at = 2; cells.size() < 3;) {
      const std::size_t end = line.find(" |", at);
      std::string cell = line.substr(at, end - at);
      std::erase(cell, '`');
      cells.push_back(cell);
      at = end + 3;
    }
  }
  return rows;
}

inline std::string sample_path() { return source_dir() + "/fixtures/sample.jsonl"; }

}  // namespace wireprint::test
