#include <catch2/catch.hpp>

#include "support/store_contract.hpp"
#include "wireprint/archive/memory_store.hpp"

namespace wireprint {

TEST_CASE("a store in memory keeps the contract of stores") {
  test::check_store_contract([] { return std::make_unique<MemoryStore>(StoreIdentity{}); });
}

}  // namespace wireprint
