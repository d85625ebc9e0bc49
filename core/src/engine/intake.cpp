#include "engine/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <string_view>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr int kDatesThatTell = 20;
constexpr std::int64_t kDaySeconds = 86'400;

/// One record on its way through the threads.
struct Piece {
  RawRecord record;
  std::optional<Error> error;
  JudgedArticle judged;
  Fingerprint print;
  bool agency_own = false;
};

std::uint32_t count_words(std::string_view text, std::vector<std::uint64_t>& scratch) {
  hash_tokens(text, scratch);
  return static_cast<std::uint32_t>(scratch.size());
}

Status status_of(const JudgedArticle& judged, const Recipe& recipe) {
  if (judged.words == 0) return Status::Empty;
  if (judged.story_words == 0) return Status::NoContent;
  return judged.words < static_cast<std::uint32_t>(recipe.shingle_words) ? Status::Short : Status::Ok;
}

void fingerprint(Piece& piece, const Recipe& recipe) {
  const Article& article = piece.judged.article;
  std::vector<std::uint64_t> tokens;
  hash_tokens(article.body, tokens);
  piece.print = Sketcher(recipe).sketch(tokens);

  const Furniture furniture = find_furniture(article);
  std::uint32_t taken_off = 0;
  for (const auto& span : furniture.spans) {
    taken_off += count_words(std::string_view(article.body).substr(span.range.begin, span.range.end - span.range.begin), tokens);
  }
  piece.judged.words = piece.print.words;
  piece.judged.story_words = piece.print.words - std::min(piece.print.words, taken_off);
  piece.judged.agency = furniture.agency;
  piece.agency_own = furniture.agency_own;
  piece.judged.status = status_of(piece.judged, recipe);
}

void work(ArticleReader& reader, Piece& piece, const ClusterOptions& options) {
  const Location where = piece.record.where;
  auto article = reader.parse(std::move(piece.record));
  if (article) {
    piece.judged.article = std::move(*article);
    if (options.edit) options.edit(piece.judged.article);
    fingerprint(piece, options.recipe);
    return;
  }
  piece.error = std::move(article.error());
  piece.judged.status = Status::Error;
  piece.judged.article.where = where;
}

// What is not known is older than what is.
std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>> age(const Article& article) {
  const auto instant = [](const Timestamp& t) { return t.known() ? std::optional(t.seconds) : std::nullopt; };
  return {instant(article.updated), instant(article.published)};
}

// Of several articles under one key the newest is judged: the later `updated`, else the later `published`, else the
// later one in the input. Gives how many were set aside for an article of another outlet.
std::uint64_t supersede(std::vector<JudgedArticle>& articles) {
  std::uint64_t of_other_outlets = 0;
  std::map<std::pair<bool, std::string_view>, JudgedArticle*> newest;  // a reference has a name of its own
  for (auto& judged : articles) {
    if (judged.status == Status::Error) continue;
    auto& best = newest[{judged.reference, judged.article.key.text}];
    if (best == nullptr) {
      best = &judged;
      judged.twin_in_input = judged.reference && newest.contains({false, judged.article.key.text});
      continue;
    }
    if (best->article.outlet != judged.article.outlet) ++of_other_outlets;
    const bool newer = age(judged.article) >= age(best->article);
    (newer ? best : &judged)->status = Status::Superseded;
    if (newer) judged.twin_in_input = best->twin_in_input, best = &judged;
  }
  return of_other_outlets;
}

// An outlet with many dates, all of them midnight, does not tell the time of day. An article that was read twice has
// one date.
void settle_precision(std::vector<JudgedArticle>& articles) {
  struct Dates {
    int known = 0;
    bool all_midnight = true;
  };
  const auto local_second = [](const Timestamp& t) { return (t.seconds + 60 * t.offset_minutes.value_or(0)) % kDaySeconds; };
  std::map<std::string_view, Dates> by_outlet;
  for (const auto& judged : articles) {
    const Article& article = judged.article;
    if (!article.published.known() || article.outlet.empty() || judged.status == Status::Superseded) continue;
    auto& dates = by_outlet[article.outlet];
    ++dates.known;
    dates.all_midnight &= local_second(article.published) == 0;
  }
  for (auto& judged : articles) {
    const auto found = by_outlet.find(judged.article.outlet);
    if (found == by_outlet.end() || !judged.article.published.known()) continue;
    if (found->second.known >= kDatesThatTell && found->second.all_midnight) judged.article.published.precision = Precision::Day;
  }
}

// What was read of the input, or of the references.
struct Side {
  std::uint64_t files = 0;
  std::uint64_t bad_files = 0;
  std::uint64_t records = 0;

  [[nodiscard]] bool unreadable() const { return records == 0 && bad_files == files; }
};

Error nothing_read(const Side& side, std::string_view what) {
  if (side.files == 0) return {ErrorCode::NotFound, fmt::format("there is no file to read among the {}", what)};
  return {ErrorCode::NotFound, fmt::format("none of the {} {} could be read", side.files, what)};
}

RunCounts count(const std::vector<JudgedArticle>& articles, const ReaderCounts& reader) {
  RunCounts counts;
  counts.failed_inputs = reader.bad_files;
  counts.repaired = reader.repaired;
  for (const auto& judged : articles) {
    if (judged.reference) {
      ++counts.references;
      if (judged.status == Status::Error) ++counts.bad_references;
      continue;
    }
    ++counts.records;
    ++counts.statuses[judged.status];
    if (judged.status == Status::Error || judged.article.published.known()) continue;
    ++counts.undated;
    if (!judged.article.published_as_read.empty()) ++counts.unreadable_dates;
  }
  return counts;
}

}  // namespace

Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor) {
  std::vector<std::string> all = inputs;
  all.insert(all.end(), options.against.begin(), options.against.end());
  ArticleReader reader(all, options.reader);
  Side input;
  Side references;
  Intake intake;
  BodyGuard guard;
  std::atomic<bool> stopped = false;
  const std::function<std::optional<Piece>()> next = [&]() -> std::optional<Piece> {
    if (stopped) return std::nullopt;
    auto record = reader.next_record();
    if (!record) return std::nullopt;
    Piece piece{std::move(*record), {}, {}, {}, false};
    piece.judged.place = piece.record.place;
    piece.judged.reference = reader.files()[piece.record.place.file].input >= inputs.size();
    return piece;
  };
  const std::function<void(Piece&)> parse = [&](Piece& piece) { work(reader, piece, options); };
  const std::function<void(Piece&&)> collect = [&](Piece&& piece) {
    if (piece.error && options.on_error) options.on_error(*piece.error);
    Side& side = piece.judged.reference ? references : input;
    if (piece.error && piece.judged.article.where.line == 0) {  // a file, not a record
      ++side.bad_files;
      return;
    }
    ++side.records;
    if (!piece.error && !piece.judged.reference && options.need_bodies && guard.add(piece.judged.article)) stopped = true;
    intake.run.articles.push_back(std::move(piece.judged));
    intake.prints.push_back(std::move(piece.print));
    intake.agency_own.push_back(piece.agency_own);
    if (options.progress && intake.run.articles.size() % 512 == 0) options.progress(reader.progress());
  };
  executor.ordered<Piece>(next, parse, collect);

  const ReaderCounts read = reader.counts();
  if (options.need_bodies && guard.fails()) return fail(guard.error(reader.survey()));
  intake.run.files = reader.files();
  for (const auto& file : intake.run.files) ++(file.input < inputs.size() ? input : references).files;
  if (input.unreadable()) return fail(nothing_read(input, "inputs"));
  if (!options.against.empty() && references.unreadable()) return fail(nothing_read(references, "references"));
  const auto shared_keys = supersede(intake.run.articles);
  settle_precision(intake.run.articles);
  intake.run.counts = count(intake.run.articles, read);
  intake.run.counts.shared_keys = shared_keys;
  return intake;
}

}  // namespace wireprint
