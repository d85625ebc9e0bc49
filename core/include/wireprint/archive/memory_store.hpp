// A store in memory: for tests, as the oracle of the one on disk, and for sets of articles that need not be kept.
//
// Thread rules are those of ArticleStore. A commit is made in place while no view is held, else on a copy.
#pragma once

#include <mutex>

#include "wireprint/archive/article_store.hpp"

namespace wireprint {

class MemoryStore : public ArticleStore {
 public:
  explicit MemoryStore(StoreIdentity identity);
  ~MemoryStore() override;

  [[nodiscard]] const StoreIdentity& identity() const override { return identity_; }
  [[nodiscard]] std::shared_ptr<const StoreView> view() const override;
  [[nodiscard]] Result<void> commit(Changes changes) override;

 private:
  class View;
  StoreIdentity identity_;
  mutable std::mutex mutex_;
  std::shared_ptr<View> newest_;
};

}  // namespace wireprint
