#include "archive/disk/identity_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kIdentityFile = "archive.id";
constexpr std::string_view kIdentityMagic = "WPARCHIV";
constexpr std::string_view kAcknowledgedFile = "acknowledged";
constexpr std::string_view kAcknowledgedMagic = "WPACKNOW";
constexpr std::size_t kMostBytes = 64U << 10U;

std::string path_in(const std::string& archive, std::string_view name) { return fmt::format("{}/{}", archive, name); }

tl::unexpected<Error> damaged(std::string_view name, std::string_view reason) {
  return fail({ErrorCode::Damaged, fmt::format("archive: {} {}", name, reason)});
}

}  // namespace

std::string encode_identity(const StoreIdentity& identity) {
  const Recipe& recipe = identity.recipe;
  RowWriter out;
  out.put(kArchiveVersion);
  out.put_text(recipe.text);
  out.put_text(recipe.unicode);
  out.put_fixed(recipe.seed, 8);
  for (const int n : {recipe.shingle_words, recipe.minhash_slots, recipe.sample_one_in, recipe.sample_floor, recipe.spread_rate}) out.put(static_cast<std::uint32_t>(n));
  out.put_text(identity.rules);
  out.put(identity.keeps_text ? 1 : 0);
  return seal(kIdentityMagic, out.take());
}

Result<StoreIdentity> decode_identity(std::string_view bytes) {
  const auto payload = unseal(kIdentityMagic, bytes);
  if (!payload) return damaged(kIdentityFile, "is not as its checksum says");
  RowReader in(*payload);
  const std::uint64_t version = in.get();
  if (version < kOldestVersion || version > kArchiveVersion) {
    return fail({ErrorCode::Incompatible, fmt::format("archive: version {}; this library reads {} to {}", version, kOldestVersion, kArchiveVersion), {"", 0, "version"}});
  }
  StoreIdentity identity;
  Recipe& recipe = identity.recipe;
  recipe.text = in.get_text();
  recipe.unicode = in.get_text();
  recipe.seed = in.get_fixed(8);
  for (int* n : {&recipe.shingle_words, &recipe.minhash_slots, &recipe.sample_one_in, &recipe.sample_floor, &recipe.spread_rate}) {
    *n = static_cast<int>(in.get_up_to(0x7fffffffU));
  }
  identity.rules = in.get_text();
  identity.keeps_text = in.get_bool();
  if (!in.done()) return damaged(kIdentityFile, "is not of its format");
  if (const auto fault = fault_in(recipe)) return damaged(kIdentityFile, "has a recipe with a fault: " + fault->message);
  return identity;
}

std::optional<Error> difference(const StoreIdentity& ours, const StoreIdentity& theirs) {
  if (auto error = incompatibility(ours.recipe, theirs.recipe)) return error;
  const auto other = [](std::string_view field, std::string_view mine, std::string_view its) {
    return Error{ErrorCode::Incompatible, fmt::format("the archive has {} '{}', expected was '{}'", field, its, mine), {"", 0, std::string(field)}};
  };
  if (ours.rules != theirs.rules) return other("rules", ours.rules, theirs.rules);
  const auto kept = [](bool kept_text) { return kept_text ? "kept" : "not kept"; };
  if (ours.keeps_text != theirs.keeps_text) return other("text", kept(ours.keeps_text), kept(theirs.keeps_text));
  return std::nullopt;
}

std::optional<Error> write_identity(const FileSystem& files, const std::string& archive, const StoreIdentity& identity) {
  return replace_file(files, archive, std::string(kIdentityFile), encode_identity(identity));
}

namespace {

Result<std::string> read_identity_file(const std::string& path) {
  auto bytes = read_small_file(path_in(path, kIdentityFile), kMostBytes);
  if (bytes) return bytes;
  if (bytes.error().code == ErrorCode::NotFound) return fail({ErrorCode::NotFound, "is no archive", {path}});
  if (bytes.error().code == ErrorCode::TooLarge) return damaged(kIdentityFile, "is too long");
  return bytes;
}

}  // namespace

Result<StoreIdentity> read_identity(const std::string& path) {
  const auto bytes = read_identity_file(path);
  if (!bytes) return fail(bytes.error());
  return decode_identity(*bytes);
}

Result<std::uint32_t> read_version(const std::string& path) {
  const auto bytes = read_identity_file(path);
  if (!bytes) return fail(bytes.error());
  const auto payload = unseal(kIdentityMagic, *bytes);
  if (!payload) return damaged(kIdentityFile, "is not as its checksum says");
  return RowReader(*payload).get32();
}

std::optional<Error> cut_short(const Told& told, const Manifest& found) {
  if (found >= told.manifest) return std::nullopt;
  return Error{ErrorCode::Damaged, "archive: the list of the database's files was cut short or lost"};
}

Result<std::unique_ptr<Acknowledged>> Acknowledged::open(const std::string& archive) {
  const std::string path = path_in(archive, kAcknowledgedFile);
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return fail({ErrorCode::Io, fmt::format("cannot be opened: {}", std::strerror(errno)), {path}});
  return std::unique_ptr<Acknowledged>(new Acknowledged(file));
}

Acknowledged::~Acknowledged() { ::close(file_); }

std::optional<Error> Acknowledged::set(const Told& told) {
  RowWriter out;
  for (const std::uint64_t n : {told.epoch, told.manifest.number, told.manifest.size}) out.put_fixed(n, 8);
  const std::string bytes = seal(kAcknowledgedMagic, out.take());
  if (::pwrite(file_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size())) return std::nullopt;
  return Error{ErrorCode::Io, fmt::format("cannot be written: {}", std::strerror(errno)), {std::string(kAcknowledgedFile)}};
}

std::optional<Error> Acknowledged::set_durably(const Told& told) {
  if (auto error = set(told)) return error;
  if (::fsync(file_) == 0) return std::nullopt;
  return Error{ErrorCode::Io, fmt::format("cannot be made durable: {}", std::strerror(errno)), {std::string(kAcknowledgedFile)}};
}

Result<Told> Acknowledged::read(const std::string& archive) {
  const auto bytes = read_small_file(path_in(archive, kAcknowledgedFile), kMostBytes);
  if (!bytes && bytes.error().code == ErrorCode::NotFound) return damaged(kAcknowledgedFile, "is missing");
  if (!bytes && bytes.error().code != ErrorCode::TooLarge) return fail(bytes.error());
  const auto payload = bytes ? unseal(kAcknowledgedMagic, *bytes) : std::nullopt;
  if (!payload || payload->size() != 24) return damaged(kAcknowledgedFile, "is not as its checksum says");
  RowReader in(*payload);
  Told told{.epoch = in.get_fixed(8), .manifest = {}};
  told.manifest.number = in.get_fixed(8);
  told.manifest.size = in.get_fixed(8);
  return told;
}

}  // namespace wireprint
