// Records as they arrive: a thread of its own reads, so that whoever answers them takes all that are there at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "wireprint/article/article_reader.hpp"

namespace wireprint::command {

/// Between one thread that takes and one that it starts itself.
class Arrivals {
 public:
  /// At most `most` records are read ahead. `reader` has to live longer than this, and is read by nobody else.
  Arrivals(ArticleReader& reader, std::size_t most);
  Arrivals(const Arrivals&) = delete;
  Arrivals& operator=(const Arrivals&) = delete;
  ~Arrivals();  ///< waits until the record that is being read has come

  /// Waits for a record, and takes with it all that have come since; empty at the end of the input.
  [[nodiscard]] std::vector<RawRecord> take();

 private:
  void read();

  ArticleReader* reader_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<RawRecord> waiting_;
  bool ended_ = false;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace wireprint::command
