// reader_memory GIGABYTES: a stream of generated JSONL goes through a pipe and the reader; what memory does it take?
//
// Prints after each tenth how much has been read, how fast, and the peak of the process's resident memory. Ends with 1
// when the last tenth's peak is over the first's by more than a tenth: memory grows with the stream then.
#include <fmt/format.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/base/executor.hpp"
#include "wireprint/base/hash.hpp"

namespace {

using namespace wireprint;

constexpr std::uint64_t kTenths = 10;
constexpr std::size_t kFewestWords = 30;
constexpr std::size_t kMostWords = 1200;
constexpr std::array<std::string_view, 8> kSyllables{"ha", "rbo", "ur", "ti", "de", "wi", "nd", "lo"};

/// An article that follows from its number alone; one in a hundred has mark-up, one in a thousand needs repair.
void append_record(std::uint64_t number, std::string& to) {
  std::uint64_t state = mix64(number + 1);
  const std::size_t words = kFewestWords + state % (kMostWords - kFewestWords);
  to += fmt::format(R"({{"id":{},"outlet":"Outlet {}","published":"2021-02-{:02}T10:05:00Z","headline":"Tide {}","body":")", number, number % 300,
                    1 + number % 28, number);
  if (number % 100 == 0) to += "<p>Tide &amp; wind</p>";
  if (number % 1000 == 0) to += '\xff';
  for (std::size_t i = 0; i < words; ++i) {
    state = mix64(state + i);
    for (std::uint64_t rest = state, length = 1 + state % 4; length > 0; --length, rest >>= 3U) to += kSyllables[(rest >> 8U) % kSyllables.size()];
    to += i % 80 == 79 ? "\\n" : " ";
  }
  to += "\"}\n";
}

void write_stream(int pipe, std::uint64_t bytes) {
  std::string buffer;
  for (std::uint64_t number = 0, sent = 0; sent < bytes; ++number) {
    append_record(number, buffer);
    if (buffer.size() < 1U << 18U) continue;
    for (std::string_view rest = buffer; !rest.empty();) {
      const ssize_t count = ::write(pipe, rest.data(), rest.size());
      if (count <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(count));
    }
    sent += buffer.size();
    buffer.clear();
  }
  ::close(pipe);
}

std::uint64_t peak_kib() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss);
}

struct Item {
  RawRecord record;
  std::size_t body = 0;
};

/// The peak after each tenth of `bytes`.
std::array<std::uint64_t, kTenths> read_stream(const std::string& path, std::uint64_t bytes) {
  std::array<std::uint64_t, kTenths> peaks{};
  ArticleReader reader({path});
  const auto start = std::chrono::steady_clock::now();
  std::uint64_t tenth = 0;
  Executor(0).ordered<Item>(
      [&]() -> std::optional<Item> {
        auto record = reader.next_record();
        return record ? std::optional(Item{std::move(*record)}) : std::nullopt;
      },
      [&](Item& item) {
        const auto article = reader.parse(std::move(item.record));
        item.body = article ? article->body.size() : 0;
      },
      [&](Item&&) {
        const std::uint64_t done = reader.progress().done;
        if (tenth == kTenths || done < (tenth + 1) * bytes / kTenths) return;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        peaks[tenth++] = peak_kib();
        fmt::print("{:>7.2f} GB  {:>6.0f} MB/s  peak {:>7.1f} MiB\n", static_cast<double>(done) / 1e9, static_cast<double>(done) / 1e6 / seconds,
                   static_cast<double>(peak_kib()) / 1024);
        std::fflush(stdout);
      });
  const ReaderCounts counts = reader.counts();
  fmt::print("{} records, {} unreadable, {} repaired\n", counts.records, counts.bad_records, counts.repaired);
  return peaks;
}

}  // namespace

int main(int argc, char** argv) {
  double gigabytes = 0;
  const std::string_view asked = argc == 2 ? argv[1] : "";
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), gigabytes);
  if (error != std::errc() || end != asked.data() + asked.size() || gigabytes <= 0) {
    fmt::print(stderr, "usage: reader_memory GIGABYTES\n");
    return 2;
  }
  const auto bytes = static_cast<std::uint64_t>(gigabytes * 1e9);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return 2;
  std::jthread writer([&] { write_stream(ends[1], bytes); });
  const auto peaks = read_stream(fmt::format("/proc/self/fd/{}", ends[0]), bytes);
  return peaks.back() > peaks.front() + peaks.front() / 10 ? 1 : 0;
}
