// Real corpora, where this machine has them. They are not part of the project.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "support/source_dir.hpp"

namespace wireprint::test {

/// Where they lie: WIREPRINT_DATA, or else beside the project.
inline std::filesystem::path shared_data() {
  const char* named = std::getenv("WIREPRINT_DATA");
  return named != nullptr ? std::filesystem::path(named) : std::filesystem::path(source_dir()) / ".." / "shared" / "data";
}

/// Their files, in the order of their names. Says so where there are none; the test has nothing to check then.
inline std::vector<std::string> shared_corpora() {
  std::vector<std::string> paths;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(shared_data(), absent)) {
    if (entry.path().string().ends_with(".jsonl.zst")) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) WARN("skipped: no corpora in " << shared_data().string() << "; set WIREPRINT_DATA");
  return paths;
}

}  // namespace wireprint::test
