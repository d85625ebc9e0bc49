#include "engine/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <string_view>

#include "base/pool.hpp"
#include "engine/memory_shares.hpp"
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

// What no line and no report shows of a cluster's articles, and the body, goes; a title is made of the body's first line
// where there is no headline.
void reduce(JudgedArticle& judged) {
  constexpr std::size_t kOpening = 1000;
  Article& article = judged.article;
  const std::size_t first = std::min(article.body.find_first_not_of(" \r\n\t"), article.body.size());
  const bool titled = article.headline.find_first_not_of(" \r\n\t") != std::string::npos;
  std::string rest = titled ? std::string() : article.body.substr(first, kOpening);
  rest.swap(article.body);  // an assignment would keep the memory
  for (std::string* field : {&article.byline, &article.author, &article.copyright}) std::string().swap(*field);
  if (article.published.known()) std::string().swap(article.published_as_read);
}

/// Where a run in limited memory keeps bodies and fingerprints. Any other leaves bodies in the articles.
class Depot {
 public:
  static Result<Depot> open(const ClusterOptions& options) {
    Depot depot;
    if (!options.memory) return depot;
    auto spool = Spool::open(options.spool_folder);
    if (!spool) return fail(spool.error());
    depot.spool_ = std::move(*spool);
    depot.shares_ = shares_of(options.memory);
    depot.bodies_ = std::make_shared<Pool>(depot.spool_, depot.shares_.bodies);
    return depot;
  }

  void take(JudgedArticle& judged) {
    if (!bodies_) return;
    bodies_->add(judged.article.body);
    reduce(judged);
  }

  [[nodiscard]] Prints prints() const { return spool_ ? Prints(spool_, shares_.prints) : Prints(); }
  [[nodiscard]] const std::shared_ptr<Spool>& spool() const { return spool_; }
  [[nodiscard]] bool failed() const { return spool_ && spool_->failed(); }

  [[nodiscard]] std::function<std::string(ArticleId)> bodies() const {
    if (!bodies_) return {};
    return [bodies = bodies_](ArticleId article) {
      std::vector<std::uint64_t> scratch;
      return std::string(bodies->bytes(article, scratch));
    };
  }

 private:
  std::shared_ptr<Spool> spool_;
  MemoryShares shares_;
  std::shared_ptr<Pool> bodies_;
};

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

}  // namespace

Result<Intake> take_in(const std::vector<std::string>& inputs, const ClusterOptions& options, const Executor& executor) {
  std::vector<std::string> all = inputs;
  all.insert(all.end(), options.against.begin(), options.against.end());
  ArticleReader reader(all, options.reader);
  Side input;
  Side references;
  Intake intake;
  auto depot = Depot::open(options);
  if (!depot) return fail(depot.error());
  intake.prints = depot->prints();
  std::uint64_t references_read = 0;
  std::atomic<bool> stopped = false;
  const std::function<std::optional<Piece>()> next = [&]() -> std::optional<Piece> {
    if (stopped) return std::nullopt;
    auto record = reader.next_record();
    if (!record) return std::nullopt;
    Piece piece{std::move(*record), {}, {}};
    piece.place = piece.record.place;
    piece.reference = reader.files()[piece.place.file].input >= inputs.size();
    if (piece.reference) piece.record.number = references_read++;  // the names of their fields are surveyed too
    return piece;
  };
  const std::function<void(Piece&)> parse = [&](Piece& piece) { work(reader, piece, options); };
  const std::function<void(Piece&&)> collect = [&](Piece&& piece) {
    if (piece.error && options.on_error) options.on_error(*piece.error);
    JudgedArticle& judged = piece.read.judged;
    judged.place = piece.place;
    judged.reference = piece.reference;
    Side& side = judged.reference ? references : input;
    if (piece.error && judged.article.where.line == 0) {  // a file, not a record
      ++side.bad_files;
      return;
    }
    ++side.records;
    if (!piece.error && options.need_bodies && side.bodies.add(judged.article)) stopped = side.bodies.fails(reader.survey());
    depot->take(judged);
    if (options.memory && intake.run.articles.size() == kTellTheRest) make_room(intake, reader.progress());
    stopped = stopped || depot->failed();
    intake.run.articles.push_back(std::move(judged));
    intake.prints.push_back(piece.read.print);
    intake.furniture.push_back(piece.read.furniture);
    intake.agency_own.push_back(piece.read.agency_own);
    if (options.progress && intake.run.articles.size() % 512 == 0) options.progress(reader.progress());
  };
  executor.ordered<Piece>(next, parse, collect);

  if (depot->failed()) return fail(depot->spool()->fault());
  intake.spool = depot->spool();
  intake.run.body_on_disk = depot->bodies();
  const ReaderCounts read = reader.counts();
  if (input.bodies.fails(reader.survey())) return fail(input.bodies.error(reader.survey()));
  if (references.bodies.fails(reader.survey())) return fail(references.bodies.error(reader.survey(), "references"));
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
