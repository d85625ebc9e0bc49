// The options of every command that reads articles: which inputs, in what format, under which names.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "terminal.hpp"
#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint::command {

/// As the user gave them; resolve() turns them into what the reader takes.
struct InputFlags {
  std::vector<std::string> inputs;
  std::string format;
  FieldNames fields;
  std::string key;
  std::string zone;
  std::size_t max_record = kDefaultMaxRecord;
  bool dry_run = false;
  bool force = false;
};

/// Adds those that say how files are read. `key_option` names the one that makes keys of several fields.
void add_reading(CLI::App* command, InputFlags& flags, const std::string& key_option = "--key");

/// Adds all of them to a command. `key_option` names the one that makes keys of several fields.
void add_inputs(CLI::App* command, InputFlags& flags, const std::string& key_option = "--key");

/// Errors: InvalidArgument for a field's name, a key or a zone that is none.
[[nodiscard]] Result<ReaderOptions> resolve(const InputFlags& flags);

/// Says how keys can be told apart, where articles of several outlets had the same.
void say_shared_keys(std::uint64_t shared_keys, const std::string& key_option, Terminal& terminal);

}  // namespace wireprint::command
