// Postings of what a batch adds, in memory.
//
// Any number of threads may ask while none writes.
#pragma once

#include <cstdint>
#include <vector>

#include "base/hash_table.hpp"
#include "wireprint/archive/article_store.hpp"

namespace wireprint {

class AddedPostings {
 public:
  void add(std::uint64_t hash, Posting posting) {
    const auto at = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({posting, kNone});
    List& list = lists_[hash];
    if (list.first == kNone) list.first = at;
    if (list.last != kNone) entries_[list.last].next = at;
    list.last = at;
  }

  /// Calls `each(posting)` for those of a hash, in the order in which they were added.
  template <class Each>
  void visit(std::uint64_t hash, Each&& each) const {
    const List* list = lists_.find(hash);
    for (std::uint32_t at = list != nullptr ? list->first : kNone; at != kNone; at = entries_[at].next) each(entries_[at].posting);
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffU;
  struct Entry {
    Posting posting;
    std::uint32_t next = kNone;
  };
  struct List {
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
  };

  std::vector<Entry> entries_;
  HashTable<List> lists_;
};

}  // namespace wireprint
