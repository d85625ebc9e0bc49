// A night's files: read, stored by commits of many articles, and told.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "add_options.hpp"
#include "error_log.hpp"
#include "night_outputs.hpp"
#include "open_archive.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"
#include "wireprint/base/executor.hpp"

namespace wireprint::command {
namespace {

/// Records that are stored together, in the order of reading.
struct Batch {
  std::vector<Article> articles;
  std::vector<NightRecord> records;
};

class Adding {
 public:
  Adding(const AddFlags& flags, const ReaderOptions& reader, Archive& archive, NightOutputs& outputs, ErrorLog& errors, ProgressSink progress)
      : flags_(flags), reader_(flags.input.inputs, reader), archive_(archive), outputs_(outputs), errors_(errors), progress_(std::move(progress)) {}

  /// Errors: those of the archive; BadInput for an input without bodies.
  Result<void> run();

  [[nodiscard]] const std::vector<InputFile>& files() const { return reader_.files(); }
  [[nodiscard]] RunCounts counts() const;
  [[nodiscard]] const std::map<EventKind, std::uint64_t>& fates() const { return fates_; }

 private:
  /// False at the end of the input.
  bool read(Batch& batch);
  void keep(Batch& batch, const RawRecord& record, Result<Article> article);
  Result<void> store(Batch batch);

  struct Piece {
    RawRecord record;
    std::optional<Result<Article>> article = {};
  };

  const AddFlags& flags_;
  ArticleReader reader_;
  Archive& archive_;
  NightOutputs& outputs_;
  ErrorLog& errors_;
  ProgressSink progress_;
  BodyGuard guard_;
  bool bodiless_ = false;
  std::uint64_t bad_ = 0;
  std::map<EventKind, std::uint64_t> fates_;
};

bool Adding::read(Batch& batch) {
  const Executor executor(flags_.threads);
  bool ended = false;
  std::size_t taken = 0;
  executor.ordered<Piece>(
      [&]() -> std::optional<Piece> {
        if (bodiless_ || taken == flags_.batch) return std::nullopt;
        auto record = reader_.next_record();
        ended = !record;
        if (ended) return std::nullopt;
        ++taken;
        return Piece{std::move(*record)};
      },
      [&](Piece& piece) {
        const Location where = piece.record.where;
        const RecordPlace place = piece.record.place;
        piece.article = reader_.parse(std::move(piece.record));
        piece.record.where = where;
        piece.record.place = place;
      },
      [&](Piece&& piece) {
        keep(batch, piece.record, std::move(*piece.article));
        if (progress_ && batch.records.size() % 512 == 0) progress_(reader_.progress());
      });
  return !ended;
}

void Adding::keep(Batch& batch, const RawRecord& record, Result<Article> article) {
  if (!article) errors_.add(article.error());
  if (!article && record.where.line == 0) return;  // a file, not a record
  NightRecord kept{.where = record.where, .place = record.place};
  if (article) {
    kept.fate = EventKind::New;
    if (guard_.add(*article) && !flags_.input.force) bodiless_ = guard_.fails(reader_.survey());
    batch.articles.push_back(std::move(*article));
  }
  if (!article) ++bad_;
  batch.records.push_back(std::move(kept));
}

Result<void> Adding::store(Batch batch) {
  BatchReport report;
  if (!batch.articles.empty()) {
    auto stored = archive_.add(std::move(batch.articles));
    if (!stored) return fail(stored.error());
    report = std::move(*stored);
  }
  tell_fates(batch.records, report);
  for (const NightRecord& record : batch.records) {
    if (record.fate == EventKind::Skipped) report.events.push_back({.seq = 0, .kind = EventKind::Skipped, .key = {}, .cluster = {}, .from = {}, .original = {}, .role = {}});
    ++fates_[record.fate];
  }
  outputs_.add(batch.records, std::move(report.events));
  return outputs_.add_matches(archive_, batch.records);
}

Result<void> Adding::run() {
  for (bool more = true; more;) {
    Batch batch;
    more = read(batch);
    if (!flags_.input.force && (bodiless_ || (!more && guard_.fails(reader_.survey())))) return fail(guard_.error(reader_.survey()));
    if (const auto stored = store(std::move(batch)); !stored) return stored;
  }
  const ReaderCounts read = reader_.counts();
  if (read.records == 0 && read.bad_files == read.files) return fail({ErrorCode::NotFound, "no input could be read"});
  return {};
}

RunCounts Adding::counts() const {
  const ReaderCounts read = reader_.counts();
  RunCounts counts;
  counts.records = read.records;
  counts.failed_inputs = read.bad_files;
  counts.statuses[Status::Error] = bad_;
  return counts;
}

std::string summary(const std::map<EventKind, std::uint64_t>& fates, std::uint64_t records, double seconds) {
  std::string text = fmt::format("{} {} added in {:.1f} s", records, records == 1 ? "record" : "records", seconds);
  for (const auto& [fate, count] : fates) text += fmt::format("{} {} {}", fate == fates.begin()->first ? ":" : ",", count, name_of(fate));
  return text + "\n";
}

}  // namespace

ExitCode add_batch(const AddFlags& flags, const ReaderOptions& reader, const BadLimit& limit, Terminal& terminal) {
  const auto start = std::chrono::steady_clock::now();
  auto opened = open_for_writing(flags.archive, {!flags.no_text, flags.recipe}, flags.threads, terminal);
  if (!opened) return stop(opened.error(), terminal);
  auto outputs = NightOutputs::open(flags);
  if (!outputs) return terminal.stop(ExitCode::NotWritten, outputs.error());

  ErrorLog errors(terminal, outputs->errors());
  Adding adding(flags, reader, opened->archive, *outputs, errors, flags.quiet ? ProgressSink() : terminal.progress());
  const auto added = adding.run();
  terminal.end_progress();
  errors.end();
  if (!added) return stop(added.error(), terminal);
  if (const auto written = outputs->finish(*opened->archive.view(), adding.files()); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!flags.quiet) {
    terminal.say(summary(adding.fates(), adding.counts().records, seconds));
    say_ways_out(adding.counts(), limit, terminal);
  }
  return too_many_bad(adding.counts(), limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace wireprint::command
