#include "engine/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <string_view>

#include "engine/reading.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"

namespace wireprint {
namespace {

/// One record on its way through the threads.
struct Piece {
  RawRecord record;
  std::optional<Error> error;
  ReadArticle read;
};

void work(ArticleReader& reader, Piece& piece, const ClusterOptions& options) {
  const Location where = piece.record.where;
  auto article = reader.parse(std::move(piece.record));
  if (article) {
    if (options.edit) options.edit(*article);
    piece.read = read_article(std::move(*article), options.recipe);
    return;
  }
  piece.error = std::move(article.error());
  piece.read.judged.status = Status::Error;
  piece.read.judged.article.where = where;
}

VersionDates age(const Article& article) { return version_dates(article.updated, article.published); }

// Of several articles under one key the newest is judged: the later `updated`, else the later `published`, else the
// later one in the input. Gives how many were set aside for an article of another outlet.
std::uint64_t supersede(std::vector<JudgedArticle>& articles) {
  std::uint64_t of_other_outlets = 0;
  std::map<std::string_view, JudgedArticle*> newest;
  for (auto& judged : articles) {
    if (judged.status == Status::Error) continue;
    auto& best = newest[judged.article.key.text];
    if (best == nullptr) {
      best = &judged;
      continue;
    }
    if (best->article.outlet != judged.article.outlet) ++of_other_outlets;
    const bool newer = age(judged.article) >= age(best->article);
    (newer ? best : &judged)->status = Status::Superseded;
    if (newer) best = &judged;
  }
  return of_other_outlets;
}

// An outlet with many dates, all of them midnight, does not tell the time of day. An article that was read twice has
// one date.
void settle_precision(std::vector<JudgedArticle>& articles) {
  struct Dates {
    std::size_t known = 0;
    bool all_midnight = true;
  };
  std::map<std::string_view, Dates> by_outlet;
  for (const auto& judged : articles) {
    const Article& article = judged.article;
    if (!article.published.known() || article.outlet.empty() || judged.status == Status::Superseded) continue;
    auto& dates = by_outlet[article.outlet];
    ++dates.known;
    dates.all_midnight &= is_midnight(article.published);
  }
  for (auto& judged : articles) {
    const auto found = by_outlet.find(judged.article.outlet);
    if (found == by_outlet.end() || !judged.article.published.known()) continue;
    if (found->second.known >= kDatesThatTell && found->second.all_midnight) judged.article.published.precision = Precision::WholeDay;
  }
}

Error nothing_read(std::uint64_t files) {
  if (files == 0) return {ErrorCode::NotFound, "there is no file to read"};
  return {ErrorCode::NotFound, fmt::format("none of the {} inputs could be read", files)};
}

RunCounts count(const std::vector<JudgedArticle>& articles, const ReaderCounts& reader) {
  RunCounts counts;
  counts.records = articles.size();
  counts.failed_inputs = reader.bad_files;
  counts.repaired = reader.repaired;
  for (const auto& judged : articles) {
    ++counts.statuses[judged.status];
    if (judged.status == Status::Error || judged.article.published.known()) continue;
    ++counts.undated;
    if (!judged.article.published_as_read.empty()) ++counts.unreadable_dates;
  }
  return counts;
}

}  // namespace

Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor) {
  ArticleReader reader(inputs, options.reader);
  Intake intake;
  BodyGuard guard;
  std::atomic<bool> stopped = false;
  const std::function<std::optional<Piece>()> next = [&]() -> std::optional<Piece> {
    if (stopped) return std::nullopt;
    auto record = reader.next_record();
    if (!record) return std::nullopt;
    return Piece{std::move(*record), {}, {}};
  };
  const std::function<void(Piece&)> parse = [&](Piece& piece) { work(reader, piece, options); };
  const std::function<void(Piece&&)> collect = [&](Piece&& piece) {
    if (piece.error && options.on_error) options.on_error(*piece.error);
    if (piece.error && piece.read.judged.article.where.line == 0) return;  // a file, not a record
    if (!piece.error && options.need_bodies && guard.add(piece.read.judged.article)) stopped = guard.fails(reader.survey());
    intake.run.articles.push_back(std::move(piece.read.judged));
    intake.prints.push_back(std::move(piece.read.print));
    intake.agency_own.push_back(piece.read.agency_own);
    if (options.progress && intake.run.articles.size() % 512 == 0) options.progress(reader.progress());
  };
  executor.ordered<Piece>(next, parse, collect);

  const ReaderCounts read = reader.counts();
  if (options.need_bodies && guard.fails(reader.survey())) return fail(guard.error(reader.survey()));
  if (intake.run.articles.empty() && read.bad_files == read.files) return fail(nothing_read(read.files));
  const auto shared_keys = supersede(intake.run.articles);
  settle_precision(intake.run.articles);
  intake.run.counts = count(intake.run.articles, read);
  intake.run.counts.shared_keys = shared_keys;
  return intake;
}

}  // namespace wireprint
