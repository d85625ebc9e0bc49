// A program of somebody else that keeps an archive.
#include <cstdio>

#include "wireprint/archive/disk_store.hpp"

int main(int, char** argv) {
  const auto store = wireprint::DiskStore::write(argv[1], {});
  if (!store || !(*store)->commit({})) return 1;
  std::printf("batch %llu\n", static_cast<unsigned long long>((*store)->view()->epoch()));
}
