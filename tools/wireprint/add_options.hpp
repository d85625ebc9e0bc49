// What `wireprint add` was told, by its two ways: a batch of files, or articles as they arrive.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "archive_options.hpp"
#include "bad_records.hpp"
#include "input_options.hpp"
#include "terminal.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint::command {

enum class NightFormat { Jsonl, Text };

struct AddFlags {
  ArchiveFlags archive;
  InputFlags input;
  CheckOptions check;  ///< of --each
  NightFormat format = NightFormat::Jsonl;
  std::string output = "-";
  std::string articles;
  std::string matches;
  std::string dedup;
  std::string errors;
  std::optional<Recipe> recipe;  ///< for a new archive
  std::string max_bad = "0";
  std::size_t batch = 50'000;  ///< articles a commit
  int threads = 0;
  bool no_text = false;
  bool each = false;
  bool quiet = false;
};

[[nodiscard]] ExitCode add_batch(const AddFlags& flags, const ReaderOptions& reader, const BadLimit& limit, Terminal& terminal);
[[nodiscard]] ExitCode add_each(const AddFlags& flags, ReaderOptions reader, const BadLimit& limit, Terminal& terminal);

}  // namespace wireprint::command
