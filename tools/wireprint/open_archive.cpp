#include "open_archive.hpp"

#include <chrono>
#include <utility>

#include "wireprint/archive/disk_store.hpp"

namespace wireprint::command {
namespace {

// Says whom it waits for before it does.
Result<std::unique_ptr<DiskStore>> write_store(const ArchiveFlags& flags, const StoreIdentity& identity, Terminal& terminal) {
  auto store = DiskStore::write(flags.folder, identity);
  if (store || store.error().code != ErrorCode::Locked || flags.wait <= 0) return store;
  terminal.say(store.error().describe() + "; waiting for it");
  const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(flags.wait));
  return DiskStore::write(flags.folder, identity, {.wait = wait});
}

}  // namespace

Result<OpenArchive> open_for_writing(const ArchiveFlags& flags, NewArchive made, int threads, Terminal& terminal) {
  if (const auto known = read_identity(flags.folder)) {  // said once, when it was made
    made.keeps_text = known->keeps_text;
    if (!made.recipe && is_by_letters(known->recipe)) made.recipe = known->recipe;
  }
  const StoreIdentity identity = Archive::identity(made.recipe.value_or(Recipe{}), made.keeps_text);
  auto opened = write_store(flags, identity, terminal);
  if (!opened) return fail(opened.error());
  std::shared_ptr<DiskStore> store = std::move(*opened);
  auto archive = Archive::open(store, {.threads = threads});
  if (!archive) return fail(archive.error());
  return OpenArchive{std::move(store), std::move(*archive)};
}

Result<OpenArchive> open_for_reading(const ArchiveFlags& flags, int threads) {
  auto opened = DiskStore::read(flags.folder);
  if (!opened) return fail(opened.error());
  std::shared_ptr<DiskStore> store = std::move(*opened);
  auto archive = Archive::open(store, {.threads = threads});
  if (!archive) return fail(archive.error());
  return OpenArchive{std::move(store), std::move(*archive)};
}

}  // namespace wireprint::command
