// How long `check` takes: questions with no copy in an archive, with a few and with many, cold and warm.
//
//   check_bench ARCHIVE QUESTIONS.jsonl [MORE]
//
// The questions are articles that the archive does not hold, as night_bench writes them. They are sorted by how many copies the
// archive has of each: 60 of a hundred that are asked have none, 30 have 1 to 10, 10 have 11 to 200. A question is timed from its
// line of JSON to the line of its answer, on one thread; the archive is followed in another. Before the cold pass its files are
// dropped from the cache of the system. MORE questions are asked after the warm pass, to see whether memory grows.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "wireprint/archive/disk_store.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/engine/archive.hpp"

namespace wireprint {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kQuestions = 20'000;

/// Questions with about as many copies in the archive.
struct Kind {
  const char* name;
  std::uint64_t least;
  std::uint64_t most;
  std::size_t asked;  ///< of kQuestions
  std::vector<std::string> lines = {};
};

using Kinds = std::array<Kind, 3>;

Kinds kinds() { return {{{"no copy", 0, 0, kQuestions * 6 / 10}, {"1 to 10", 1, 10, kQuestions * 3 / 10}, {"11 to 200", 11, 200, kQuestions / 10}}}; }

struct Question {
  std::size_t kind = 0;
  const std::string* line = nullptr;
};

double micros_since(Clock::time_point start) { return std::chrono::duration<double, std::micro>(Clock::now() - start).count(); }

double resident_megabytes() {
  std::uint64_t whole = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  std::ifstream("/proc/self/statm") >> whole >> resident >> shared;
  return static_cast<double>((resident - shared) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE))) / (1U << 20U);
}

Result<void> drop_from_cache(const std::string& directory) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(directory)) {
    if (!file.is_regular_file()) continue;
    const int opened = ::open(file.path().c_str(), O_RDONLY);
    if (opened < 0) return fail({ErrorCode::Io, "cannot be opened", {file.path().string()}});
    ::fsync(opened);
    ::posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED);
    ::close(opened);
  }
  return {};
}

class Desk {
 public:
  static Result<Desk> open(const std::string& directory) {
    auto store = DiskStore::read(directory);
    if (!store) return fail(store.error());
    auto archive = Archive::open(std::move(*store), {.threads = 1});
    if (!archive) return fail(archive.error());
    return Desk(std::move(*archive));
  }

  /// From the line to the answer's line.
  Result<CheckAnswer> ask(const std::string& line) {
    RawRecord record;
    record.bytes = line;
    const auto article = reader_->parse(std::move(record));
    if (!article) return fail(article.error());
    auto answer = archive_.check(*article);
    if (answer) written_ += check_line(*answer).size();
    return answer;
  }

  [[nodiscard]] std::uint64_t written() const { return written_; }

 private:
  explicit Desk(Archive archive) : archive_(std::move(archive)), reader_(std::make_unique<ArticleReader>(std::vector<std::string>{})) {}

  Archive archive_;
  std::unique_ptr<ArticleReader> reader_;
  std::uint64_t written_ = 0;
};

std::uint64_t copies_in(const CheckAnswer& answer) {
  auto copies = static_cast<std::uint64_t>(std::ranges::count_if(answer.matches, [](const ArchivedMatch& match) { return match.match.verdict == Verdict::Copy; }));
  for (const ClusterCount& count : answer.others) copies += count.articles;
  return copies;
}

Result<Kinds> sorted_by_copies(const std::string& directory, const std::string& questions) {
  auto desk = Desk::open(directory);
  if (!desk) return fail(desk.error());
  Kinds sorted = kinds();
  std::ifstream file(questions);
  for (std::string line; std::getline(file, line);) {
    const auto answer = desk->ask(line);
    if (!answer) return fail(answer.error());
    const std::uint64_t copies = copies_in(*answer);
    const auto kind = std::ranges::find_if(sorted, [&](const Kind& one) { return one.least <= copies && copies <= one.most; });
    if (kind != sorted.end() && kind->lines.size() < kind->asked) kind->lines.push_back(std::move(line));
  }
  for (const Kind& kind : sorted) {
    if (kind.lines.empty()) return fail({ErrorCode::BadInput, fmt::format("no question has {} copies in the archive", kind.name)});
    fmt::print("{:10} {} asked, {} of them different\n", kind.name, kind.asked, std::min(kind.asked, kind.lines.size()));
  }
  return sorted;
}

// All kinds mixed, in a settled order.
std::vector<Question> mixed(const Kinds& sorted) {
  std::vector<Question> questions;
  for (std::size_t kind = 0; kind < sorted.size(); ++kind) {
    for (std::size_t i = 0; i < sorted[kind].asked; ++i) questions.push_back({kind, &sorted[kind].lines[i % sorted[kind].lines.size()]});
  }
  for (std::size_t i = questions.size(); i > 1; --i) std::swap(questions[i - 1], questions[mix64(i) % i]);
  return questions;
}

void print_times(const std::string& name, std::vector<double> micros) {
  std::ranges::sort(micros);
  double sum = 0;
  for (const double one : micros) sum += one;
  const auto at = [&](std::size_t of_thousand) { return micros[micros.size() * of_thousand / 1000]; };
  fmt::print("  {:10} mean {:6.0f} us, p50 {:6.0f}, p99 {:6.0f}, p99.9 {:6.0f}, longest {:6.0f}\n", name, sum / static_cast<double>(micros.size()), at(500), at(990), at(999), micros.back());
}

Result<void> ask_all(Desk& desk, const std::vector<Question>& questions, const char* pass) {
  std::vector<double> all;
  std::array<std::vector<double>, 3> of_kind;
  for (const Question& question : questions) {
    const auto start = Clock::now();
    const auto answer = desk.ask(*question.line);
    all.push_back(micros_since(start));
    if (!answer) return fail(answer.error());
    of_kind[question.kind].push_back(all.back());
  }
  fmt::print("{}, {} questions\n", pass, questions.size());
  print_times("all", std::move(all));
  for (std::size_t kind = 0; kind < of_kind.size(); ++kind) print_times(kinds()[kind].name, std::move(of_kind[kind]));
  return {};
}

Result<void> measure(const std::string& directory, const std::string& file, std::size_t more) {
  const auto sorted = sorted_by_copies(directory, file);
  if (!sorted) return fail(sorted.error());
  const auto questions = mixed(*sorted);
  if (auto dropped = drop_from_cache(directory); !dropped) return dropped;
  const auto start = Clock::now();
  auto desk = Desk::open(directory);
  if (!desk) return fail(desk.error());
  fmt::print("opened in {:.0f} ms\n", micros_since(start) / 1000);
  if (auto asked = ask_all(*desk, questions, "cold"); !asked) return asked;
  if (auto asked = ask_all(*desk, questions, "warm, asked a second time"); !asked) return asked;
  fmt::print("memory of its own, without what the system keeps of files: {:.0f} MB after {} questions", resident_megabytes(), 2 * questions.size());
  for (std::size_t i = 0; i < more; ++i) {
    if (const auto answer = desk->ask(*questions[i % questions.size()].line); !answer) return fail(answer.error());
  }
  if (more > 0) fmt::print(", {:.0f} MB after {} more", resident_megabytes(), more);
  fmt::print("; {} MB of answers\n", desk->written() >> 20U);
  return {};
}

}  // namespace
}  // namespace wireprint

int main(int argc, char** argv) {
  using namespace wireprint;
  if (argc < 3) {
    fmt::print("check_bench ARCHIVE QUESTIONS.jsonl [MORE]\n");
    return 2;
  }
  const auto measured = measure(argv[1], argv[2], argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 0);
  if (!measured) fmt::print("{}\n", measured.error().describe());
  return measured ? 0 : 1;
}
