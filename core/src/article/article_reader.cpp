#include "wireprint/article/article_reader.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <utility>

#include "article/content.hpp"
#include "article/input_walk.hpp"
#include "article/record_cutter.hpp"
#include "article/record_parser.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kMostAhead = std::size_t{256} << 10U;  // bytes that are looked at to tell a format

std::uint64_t size_of_all(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  for (const auto& path : inputs) {
    std::error_code error;
    if (path == "-" || !std::filesystem::is_regular_file(path, error)) return 0;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return 0;
    total += size;
  }
  return total;
}

Content content_of(ByteSource& source, const std::string& path, const FieldMap& map) {
  for (;;) {
    const bool more = source.head().size() < kMostAhead && source.read_ahead();
    if (const auto told = tell_content(source.head(), !more, path, map)) return *told;
  }
}

Content content_as_told(InputFormat format, ByteSource& source) {
  if (format == InputFormat::Tsv) return {Content::Kind::Known, format, '\t'};
  if (format != InputFormat::Csv) return {Content::Kind::Known, format, ','};
  while (source.head().find('\n') == std::string_view::npos && source.head().size() < kMostAhead && source.read_ahead()) {
  }
  return {Content::Kind::Known, format, delimiter_of(source.head())};
}

std::unique_ptr<RecordCutter> make_cutter(const Content& content, CutterInput input, const FieldMap& map) {
  switch (content.format) {
    case InputFormat::Jsonl: return make_jsonl_cutter(std::move(input));
    case InputFormat::Json: return make_json_cutter(std::move(input));
    case InputFormat::Csv:
    case InputFormat::Tsv: return make_csv_cutter(std::move(input), content.delimiter, map);
    case InputFormat::Text: break;
  }
  return make_text_cutter(std::move(input));
}

void add(const FieldSurvey::Counts& from, FieldSurvey::Counts& to) {
  for (const auto& [name, count] : from) to[name] += count;
}

}  // namespace

std::string_view name_of(InputFormat format) {
  switch (format) {
    case InputFormat::Jsonl: return "jsonl";
    case InputFormat::Json: return "json";
    case InputFormat::Csv: return "csv";
    case InputFormat::Tsv: return "tsv";
    case InputFormat::Text: break;
  }
  return "text";
}

struct ArticleReader::State {
  State(std::vector<std::string> given, ReaderOptions chosen)
      : options(std::move(chosen)), map(options.fields), bytes_total(size_of_all(given)), walk(std::move(given)) {}

  [[nodiscard]] std::optional<Error> open_next(const Result<std::string>& path);
  [[nodiscard]] std::optional<RawRecord> next_of_current();
  void end_current();
  void add_to_survey(const FieldSurvey& of_one);

  ReaderOptions options;
  FieldMap map;
  std::uint64_t bytes_total;

  // Of next_record(), which one thread calls.
  InputWalk walk;
  std::unique_ptr<RecordCutter> current = {};
  std::vector<InputFile> tried = {};
  bool damaged = false;  // the current one
  std::uint64_t bytes_of_finished = 0;
  std::uint64_t next_number = 0;

  std::atomic<std::uint64_t> bytes_read = 0;
  std::atomic<std::uint64_t> records = 0;
  std::atomic<std::uint64_t> bad_records = 0;
  std::atomic<std::uint64_t> repaired = 0;
  std::atomic<std::uint64_t> files = 0;
  std::atomic<std::uint64_t> bad_files = 0;

  mutable std::mutex mutex = {};  // of what follows
  std::map<InputFormat, std::uint64_t> formats = {};
  FieldSurvey survey = {};
};

std::optional<Error> ArticleReader::State::open_next(const Result<std::string>& path) {
  ++files;
  tried.push_back({.path = path ? *path : path.error().where.file, .input = walk.input()});
  if (!path) return path.error();
  auto source = ByteSource::open(*path);
  if (!source) return source.error();
  const Content content = options.format ? content_as_told(*options.format, *source) : content_of(*source, *path, map);
  if (content.kind == Content::Kind::Binary) {
    return Error{ErrorCode::BadInput, "is neither text in UTF-8 nor compressed with gzip or zstd", {.file = *path}};
  }
  tried.back().format = content.format;
  tried.back().delimiter = content.delimiter;
  current = make_cutter(content, {std::move(*source), *path, options.max_record, options.blank_lines}, map);
  const std::scoped_lock lock(mutex);
  ++formats[content.format];
  return std::nullopt;
}

std::optional<RawRecord> ArticleReader::State::next_of_current() {
  auto record = current->next();
  bytes_read = bytes_of_finished + current->source().bytes_read();
  if (record) {
    record->place.file = static_cast<std::uint32_t>(tried.size() - 1);
    damaged |= record->error && record->error->where.line == 0;
    return record;
  }
  end_current();
  bytes_of_finished = bytes_read;
  current.reset();
  return std::nullopt;
}

void ArticleReader::State::end_current() {
  const ByteSource& source = current->source();
  InputFile& file = tried.back();
  file.packing = source.packing();
  file.bytes = source.bytes_read();
  if (!std::exchange(damaged, false)) file.hash = source.hash();
}

void ArticleReader::State::add_to_survey(const FieldSurvey& of_one) {
  const std::scoped_lock lock(mutex);
  ++survey.records;
  add(of_one.seen, survey.seen);
  for (std::size_t i = 0; i < kFields.size(); ++i) add(of_one.taken[i], survey.taken[i]);
}

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReaderOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}

ArticleReader::~ArticleReader() = default;

std::optional<RawRecord> ArticleReader::next_record() {
  for (;;) {
    while (state_->current) {
      auto record = state_->next_of_current();
      if (!record) break;
      record->number = state_->next_number++;
      return record;
    }
    const auto path = state_->walk.next();
    if (!path) return std::nullopt;
    auto error = state_->open_next(*path);
    if (!error) continue;
    const RecordPlace place{.file = static_cast<std::uint32_t>(state_->tried.size() - 1)};
    return RawRecord{.bytes = {}, .where = error->where, .error = std::move(error), .place = place};
  }
}

Result<Article> ArticleReader::parse(RawRecord record) {
  if (record.error && record.error->where.line == 0) {
    ++state_->bad_files;
    return fail(std::move(*record.error));
  }
  ++state_->records;
  const bool surveyed = record.number < state_->options.surveyed;
  auto parsed = record.error ? Result<ParsedRecord>(fail(std::move(*record.error)))
                             : parse_record(std::move(record), {state_->map, state_->options.zone}, surveyed);
  if (!parsed) {
    ++state_->bad_records;
    return fail(std::move(parsed.error()));
  }
  if (parsed->repaired) ++state_->repaired;
  if (surveyed) state_->add_to_survey(parsed->survey);
  return std::move(parsed->article);
}

std::optional<Result<Article>> ArticleReader::next() {
  auto record = next_record();
  if (!record) return std::nullopt;
  return parse(std::move(*record));
}

ReaderCounts ArticleReader::counts() const {
  const std::scoped_lock lock(state_->mutex);
  return {.records = state_->records, .bad_records = state_->bad_records, .repaired = state_->repaired,
          .files = state_->files, .bad_files = state_->bad_files, .formats = state_->formats};
}

const std::vector<InputFile>& ArticleReader::files() const { return state_->tried; }

FieldSurvey ArticleReader::survey() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->survey;
}

Progress ArticleReader::progress() const { return {.stage = "read", .done = state_->bytes_read, .total = state_->bytes_total}; }

}  // namespace wireprint
