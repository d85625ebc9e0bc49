// wireprint archive remove: takes articles out, or their text alone, beyond recall.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"
#include "wireprint/article/line_reader.hpp"
#include "wireprint/article/timestamp.hpp"
#include "wireprint/engine/removal.hpp"
#include "wireprint/report/event_line.hpp"

namespace wireprint::command {
namespace {

struct RemoveFlags {
  ArchiveFlags archive;
  std::vector<std::string> keys;
  std::string file;
  std::string before;
  std::string outlet;
  bool text_only = false;
  int threads = 0;
};

Result<void> read_keys(const std::string& path, std::vector<std::string>& keys) {
  auto source = ByteSource::open(path);
  if (!source) return fail(source.error());
  LineReader lines(std::move(*source), path);
  for (;;) {
    auto line = lines.next();
    if (!line) return fail(line.error());
    if (!*line) return {};
    if (!(*line)->bytes.empty()) keys.push_back(std::move((*line)->bytes));
  }
}

std::optional<Error> fault_in(const RemoveFlags& flags) {
  if (!flags.outlet.empty() && flags.before.empty()) return invalid("--outlet", flags.outlet, "beside --before");
  if (!flags.before.empty() && !parse_timestamp(flags.before)) return invalid("--before", flags.before, "a date, as 2021-02-25");
  if (flags.keys.empty() && flags.file.empty() && flags.before.empty()) return Error{ErrorCode::InvalidArgument, "a key, --keys or --before is needed"};
  return std::nullopt;
}

// Unknown ones are no error: who repeats a removal that was interrupted gives them again.
std::vector<std::string> known_of(const StoreView& view, const std::vector<std::string>& keys, Terminal& terminal) {
  std::vector<std::string> known;
  for (const std::string& key : keys) {
    view.key(key) ? known.push_back(key) : terminal.say(fmt::format("'{}' is not in the archive", key));
  }
  return known;
}

Result<std::string> remove_from(Archive& archive, const std::vector<std::string>& keys, bool text_only) {
  const auto report = text_only ? archive.remove_texts(keys) : archive.remove(keys);
  if (!report) return fail(report.error());
  std::string lines;
  for (const Event& event : report->events) lines += event_line(event) + "\n";
  return lines;
}

ExitCode run(const RemoveFlags& flags, Terminal& terminal) {
  if (const auto fault = fault_in(flags)) return terminal.stop(ExitCode::Usage, *fault);
  std::vector<std::string> named = flags.keys;
  if (!flags.file.empty()) {
    if (const auto read = read_keys(flags.file, named); !read) return terminal.stop(ExitCode::Usage, read.error());
  }
  if (const auto there = read_identity(flags.archive.folder); !there) return stop(there.error(), terminal);
  auto opened = open_for_writing(flags.archive, {}, flags.threads, terminal);
  if (!opened) return stop(opened.error(), terminal);
  std::vector<std::string> keys = known_of(*opened->archive.view(), named, terminal);
  if (!flags.before.empty()) {
    const auto outlet = flags.outlet.empty() ? std::nullopt : std::optional(flags.outlet);
    const auto old = keys_before(*opened->archive.view(), parse_timestamp(flags.before)->seconds, outlet);
    keys.insert(keys.end(), old.begin(), old.end());
  }
  const auto lines = remove_from(opened->archive, keys, flags.text_only);
  if (!lines) return stop(lines.error(), terminal);
  if (const auto done = opened->store->compact(); !done) return stop(done.error(), terminal);  // only now it is gone from the disk
  terminal.say(fmt::format("{} {}: {}", keys.size(), keys.size() == 1 ? "article" : "articles", flags.text_only ? "their text was removed" : "removed"));
  return print(*lines, terminal);
}

}  // namespace

void add_archive_remove(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<RemoveFlags>();
  auto* command = archive->add_subcommand("remove", "Take articles out with all their versions, and mend their clusters");
  command->add_option("KEY", flags->keys, "Keys of articles")->type_name("");
  add_archive(command, flags->archive);
  add_wait(command, flags->archive);
  command->add_option("--keys", flags->file, "A file with a key a line; - is standard input")->type_name("FILE");
  command->add_option("--before", flags->before, "Also what was published before this day, as 2021-02-25")->type_name("DATE");
  command->add_option("--outlet", flags->outlet, "With --before, of this outlet only")->type_name("NAME");
  command->add_flag("--text-only", flags->text_only, "Take out the text alone: fingerprints and clusters stay");
  command->add_option("--threads", flags->threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
