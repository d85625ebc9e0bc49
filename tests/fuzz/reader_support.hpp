// Bytes read as a file of one format.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <string_view>

#include "fuzz/target.hpp"
#include "wireprint/article/article_reader.hpp"

namespace wireprint::fuzz {

/// Reads `bytes` to their end. Every record has to end in one count, and every article in valid places.
inline void read_as(std::optional<InputFormat> format, std::string_view bytes) {
  const int file = ::memfd_create("fuzz", 0);
  require(file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  ReaderOptions options;
  options.format = format;
  options.max_record = 4096;
  ArticleReader reader({"/proc/self/fd/" + std::to_string(file)}, options);
  std::uint64_t articles = 0;
  while (const auto article = reader.next()) {
    if (!*article) continue;
    ++articles;
    const Article& a = **article;
    require(!a.key.text.empty() && a.where.line > 0);
    if (!a.body_source.empty()) (void)a.body_source.end_of(a.body, static_cast<std::uint32_t>(a.body.size()));
  }
  const ReaderCounts counts = reader.counts();
  require(counts.records == articles + counts.bad_records && counts.files == 1 && counts.bad_files <= 1);
  ::close(file);
}

}  // namespace wireprint::fuzz
