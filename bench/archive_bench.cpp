// What the archive's storage costs, on generated news: bytes an article, articles put a second, postings looked up a second.
//
//   archive_bench DIR ARTICLES [NIGHT [ONE_IN [text|no-text]]]
//
// DIR must not be there yet. Rows are those of articles that were read and fingerprinted, without clusters: what the engine makes of
// them is measured elsewhere. Only commits and look-ups are timed.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "wireprint/archive/disk_store.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/generate/generator.hpp"
#include "wireprint/index/band_index.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kQuestions = 20000;
constexpr std::size_t kRemembered = 200;  // of a night, to be asked for later

struct Plan {
  std::string directory;
  std::uint64_t articles = 0;
  std::uint64_t night = 50000;
  StoreIdentity identity;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Asked {
  std::uint64_t text = 0;
  std::vector<std::uint64_t> bands;
  std::vector<std::uint64_t> samples;
};

class Newsroom {
 public:
  explicit Newsroom(Recipe recipe) : recipe_(std::move(recipe)), banding_(*solve_banding({})) {}

  NewDoc next() {
    NewDoc doc;
    while (true) {
      const auto made = generator_.next();
      RawRecord record;
      record.bytes = made.line;
      auto article = reader_.parse(std::move(record));
      if (!article) continue;
      doc.article = std::move(*article);
      break;
    }
    hash_tokens(doc.article.body, tokens_);
    doc.print = Sketcher(recipe_).sketch(tokens_);
    doc.bands = band_hashes(doc.print.minhash, banding_);
    doc.record.key = doc.article.key;
    doc.record.published = doc.article.published;
    doc.record.outlet = doc.article.outlet;
    doc.record.words = doc.record.story_words = doc.print.words;
    doc.record.exact = doc.print.exact;
    doc.record.content = hash_bytes(doc.article.body + doc.article.headline);
    return doc;
  }

 private:
  Recipe recipe_;
  Banding banding_;
  Generator generator_{1};
  ArticleReader reader_{std::vector<std::string>{}};
  std::vector<std::uint64_t> tokens_;
};

struct Night {
  Changes changes;
  std::uint64_t body_bytes = 0;
  std::uint64_t samples = 0;
};

Night make_night(Newsroom& newsroom, const StoreView& view, std::uint64_t size, std::vector<Asked>& asked) {
  Night night;
  for (std::uint64_t i = 0; i < size; ++i) {
    auto doc = newsroom.next();
    const auto number = static_cast<DocId>(view.docs() + i);
    night.body_bytes += doc.article.body.size();
    night.samples += doc.print.samples.size();
    if (i % (size / kRemembered + 1) == 0) asked.push_back({doc.record.exact.low, doc.bands, doc.print.samples});
    night.changes.standings[number] = {.current = true, .identical = number, .leader = number};
    night.changes.keys[doc.record.key.text] = KeyRecord{{number}, number};
    if (doc.record.day() != kUndated) night.changes.representatives[{doc.record.day(), hash_bytes(doc.record.key.text), number}] = true;
    Event event;
    event.seq = view.events() + i + 1;
    event.key = doc.record.key;
    night.changes.events.push_back(std::move(event));
    night.changes.added.push_back(std::move(doc));
  }
  return night;
}

// All lists of one article; how many postings they have.
std::size_t ask(const StoreView& view, const Asked& article) {
  std::size_t found = view.postings(PostingKind::Text, article.text, {}).size();
  for (const auto hash : article.bands) found += view.postings(PostingKind::Band, hash, {}).size();
  for (const auto hash : article.samples) found += view.postings(PostingKind::Sample, hash, {}).size();
  return found;
}

void print_questions(const char* pass, const StoreView& view, const std::vector<Asked>& asked) {
  std::vector<double> micros;
  std::size_t found = 0;
  std::size_t lists = 0;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    const auto& article = asked[mix64(i) % asked.size()];
    const auto start = Clock::now();
    found += ask(view, article);
    micros.push_back(1e6 * seconds_since(start));
    lists += 1 + article.bands.size() + article.samples.size();
  }
  double sum = 0;
  for (const double t : micros) sum += t;
  std::sort(micros.begin(), micros.end());
  fmt::print("{}: all lists of an article: p50 {:.0f} us, p99 {:.0f} us, p99.9 {:.0f} us; {:.0f} look-ups a second, {:.1f} postings a list\n", pass, micros[kQuestions / 2],
             micros[kQuestions * 99 / 100], micros[kQuestions * 999 / 1000], 1e6 * static_cast<double>(lists) / sum, static_cast<double>(found) / static_cast<double>(lists));
}

void print_sizes(const DiskStore& store, double articles, std::uint64_t body_bytes, std::uint64_t samples) {
  const auto figures = store.figures();
  if (!figures) return fmt::print("{}\n", figures.error().describe());
  fmt::print("{:.0f} articles, {:.0f} bytes of body and {:.1f} samples each, {} postings in {} runs\n", articles, static_cast<double>(body_bytes) / articles,
             static_cast<double>(samples) / articles, figures->postings, figures->runs);
  double all = 0;
  double texts = 0;
  for (const auto& size : figures->sizes) {
    fmt::print("  {:10} {:8.1f} bytes an article in {} files\n", size.what, static_cast<double>(size.bytes) / articles, size.files);
    if (size.what != "runs") all += static_cast<double>(size.bytes);  // rows of runs are counted as postings
    if (size.what == "texts") texts = static_cast<double>(size.bytes);
  }
  fmt::print("  {:10} {:8.1f} bytes an article, {:.1f} without texts; {:.2f} bytes a posting\n", "all", all / articles, (all - texts) / articles,
             static_cast<double>(figures->sizes.front().bytes) / static_cast<double>(figures->postings));
}

int measure(const Plan& plan) {
  auto opened = DiskStore::write(plan.directory, plan.identity);
  if (!opened) return fmt::print("{}\n", opened.error().describe()), 1;
  DiskStore& store = **opened;
  Newsroom newsroom(plan.identity.recipe);
  std::vector<Asked> asked;
  std::uint64_t body_bytes = 0;
  std::uint64_t samples = 0;
  double seconds = 0;
  for (std::uint64_t done = 0; done < plan.articles; done += plan.night) {
    auto night = make_night(newsroom, *store.view(), std::min(plan.night, plan.articles - done), asked);
    body_bytes += night.body_bytes;
    samples += night.samples;
    const auto size = static_cast<double>(night.changes.added.size());
    const auto start = Clock::now();
    if (const auto committed = store.commit(std::move(night.changes)); !committed) return fmt::print("{}\n", committed.error().describe()), 1;
    const double took = seconds_since(start);
    seconds += took;
    fmt::print("night of {:.0f}: {:.0f} articles put a second\n", size, size / took);
  }
  fmt::print("all nights: {:.0f} articles put a second\n", static_cast<double>(plan.articles) / seconds);
  print_questions("first pass", *store.view(), asked);
  print_questions("second pass", *store.view(), asked);
  const auto start = Clock::now();
  if (const auto compacted = store.compact(); !compacted) return fmt::print("{}\n", compacted.error().describe()), 1;
  fmt::print("compacted in {:.1f} s\n", seconds_since(start));
  print_sizes(store, static_cast<double>(plan.articles), body_bytes, samples);
  return 0;
}

}  // namespace
}  // namespace wireprint

int main(int argc, char** argv) {
  using namespace wireprint;
  if (argc < 3) {
    fmt::print("archive_bench DIR ARTICLES [NIGHT [ONE_IN [text|no-text]]]\n");
    return 2;
  }
  Plan plan;
  plan.directory = argv[1];
  plan.articles = std::strtoull(argv[2], nullptr, 10);
  if (argc > 3) plan.night = std::strtoull(argv[3], nullptr, 10);
  plan.identity.recipe.unicode = unicode_version();
  plan.identity.recipe.sample_one_in = argc > 4 ? std::atoi(argv[4]) : 16;
  plan.identity.keeps_text = argc <= 5 || std::string(argv[5]) != "no-text";
  return measure(plan);
}
