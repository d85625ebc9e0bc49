#include "arrivals.hpp"

#include <iterator>
#include <optional>

namespace wireprint::command {

Arrivals::Arrivals(ArticleReader& reader, std::size_t most) : reader_(&reader), most_(most), thread_([this] { read(); }) {}

Arrivals::~Arrivals() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Arrivals::read() {
  for (;;) {
    auto record = reader_->next_record();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || waiting_.size() < most_; });
    ended_ = !record;
    if (record) waiting_.push_back(std::move(*record));
    changed_.notify_all();
    if (ended_ || stopped_) return;
  }
}

std::vector<RawRecord> Arrivals::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
  std::vector<RawRecord> taken(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end()));
  waiting_.clear();
  changed_.notify_all();
  return taken;
}

}  // namespace wireprint::command
