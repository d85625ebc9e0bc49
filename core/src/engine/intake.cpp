#include "engine/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <string_view>

#include "engine/depot.hpp"
#include "engine/reading.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTellTheRest = 10'000;  // articles

/// One record on its way through the threads.
struct Piece {
  RawRecord record;
  std::optional<Error> error;
  ReadArticle read;
  RecordPlace place = {};
  bool reference = false;
};

// The conventional rule knows none: all words are the story's.
void forget_furniture(JudgedArticle& judged) {
  judged.story_words = judged.words;
  if (judged.status == Status::NoContent) judged.status = Status::Ok;
}

void work(ArticleReader& reader, Piece& piece, const ClusterOptions& options) {
  const Location where = piece.record.where;
  auto article = reader.parse(std::move(piece.record));
  if (article) {
    if (options.edit) options.edit(*article);
    piece.read = read_article(std::move(*article), options.recipe);
    if (options.jaccard) forget_furniture(piece.read.judged);
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

// Room for all articles at once, as far as the first of them tell: a vector that grows is there twice.
void make_room(Intake& intake, const Progress& progress) {
  if (progress.done == 0 || progress.total <= progress.done) return;
  const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
  intake.run.articles.reserve(static_cast<std::size_t>(1.05 * static_cast<double>(intake.run.articles.size()) / share));
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

// What was read of the input, or of the references.
struct Side {
  std::uint64_t files = 0;
  std::uint64_t bad_files = 0;
  std::uint64_t records = 0;
  BodyGuard bodies = {};

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

std::vector<std::string> joined(std::vector<std::string> inputs, const std::vector<std::string>& references) {
  inputs.insert(inputs.end(), references.begin(), references.end());
  return inputs;
}

/// All records on their way: next() is called by one thread, parse() by many, collect() by one, in order.
class Taking {
 public:
  Taking(const std::vector<std::string>& inputs, const ClusterOptions& options, Depot depot)
      : options_(options), inputs_(inputs.size()), reader_(joined(inputs, options.against), options.reader), depot_(std::move(depot)) {
    intake_.prints = depot_.prints();
  }

  std::optional<Piece> next() {
    if (stopped_) return std::nullopt;
    auto record = reader_.next_record();
    if (!record) return std::nullopt;
    Piece piece{std::move(*record), {}, {}};
    piece.place = piece.record.place;
    piece.reference = reader_.files()[piece.place.file].input >= inputs_;
    if (piece.reference) piece.record.number = references_read_++;  // the names of their fields are surveyed too
    return piece;
  }

  void parse(Piece& piece) { work(reader_, piece, options_); }

  void collect(Piece&& piece) {
    if (piece.error && options_.on_error) options_.on_error(*piece.error);
    JudgedArticle& judged = piece.read.judged;
    judged.place = piece.place;
    judged.reference = piece.reference;
    Side& side = judged.reference ? references_ : input_;
    if (piece.error && judged.article.where.line == 0) {  // a file, not a record
      ++side.bad_files;
      return;
    }
    ++side.records;
    if (!piece.error && options_.need_bodies && side.bodies.add(judged.article) && side.bodies.fails(reader_.survey())) stopped_ = true;
    depot_.take(judged);
    if (depot_.failed()) stopped_ = true;
    keep(std::move(piece.read));
  }

  Result<Intake> finish() {
    if (depot_.failed()) return fail(depot_.spool()->fault());
    if (auto fault = fault_in_bodies()) return fail(*fault);
    ClusterRun& run = intake_.run;
    intake_.spool = depot_.spool();
    run.body_on_disk = depot_.bodies();
    run.files = reader_.files();
    for (const auto& file : run.files) ++(file.input < inputs_ ? input_ : references_).files;
    if (input_.unreadable()) return fail(nothing_read(input_, "inputs"));
    if (!options_.against.empty() && references_.unreadable()) return fail(nothing_read(references_, "references"));
    const auto shared_keys = supersede(run.articles);
    settle_precision(run.articles);
    run.counts = count(run.articles, reader_.counts());
    run.counts.shared_keys = shared_keys;
    return std::move(intake_);
  }

 private:
  void keep(ReadArticle read) {
    auto& articles = intake_.run.articles;
    if (options_.memory && articles.size() == kTellTheRest) make_room(intake_, reader_.progress());
    articles.push_back(std::move(read.judged));
    intake_.prints.push_back(read.print);
    intake_.furniture.push_back(read.furniture);
    intake_.agency_own.push_back(read.agency_own);
    if (options_.progress && articles.size() % 512 == 0) options_.progress(reader_.progress());
  }

  [[nodiscard]] std::optional<Error> fault_in_bodies() const {
    const auto survey = reader_.survey();
    if (input_.bodies.fails(survey)) return input_.bodies.error(survey);
    if (references_.bodies.fails(survey)) return references_.bodies.error(survey, "references");
    return std::nullopt;
  }

  const ClusterOptions& options_;
  std::size_t inputs_;
  ArticleReader reader_;
  Depot depot_;
  Side input_;
  Side references_;
  Intake intake_;
  std::uint64_t references_read_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace

Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor) {
  auto depot = Depot::open(options);
  if (!depot) return fail(depot.error());
  Taking taking(inputs, options, std::move(*depot));
  executor.ordered<Piece>([&] { return taking.next(); }, [&](Piece& piece) { taking.parse(piece); }, [&](Piece&& piece) { taking.collect(std::move(piece)); });
  return taking.finish();
}

}  // namespace wireprint
