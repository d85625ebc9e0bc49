#include "archive/disk/database.hpp"

#include <fmt/format.h>
#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

namespace wireprint {
namespace {

constexpr std::array<std::string_view, kFamilies> kNames{"default", "records", "texts", "prints", "events", "runs"};

// The size of the log says when rows become files, all kinds at once. A family that is full by itself must not: where several are and
// the disk is too, RocksDB 7.8 loses count of them, and aborts when it is closed.
constexpr std::size_t kNeverFull = std::size_t{1} << 30U;

// RocksDB's own log names the host and the paths of the machine, which no file of an archive may hold.
class SilentLog : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::BlockBasedTableOptions table_of(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.block_size = family == Family::Texts ? 4U << 10U : 8U << 10U;  // about an article: the dictionary knows what the next one says again
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  if (family == Family::State) table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));  // keys that are asked for and are not there
  return table;
}

rocksdb::ColumnFamilyOptions settings_of(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions settings;
  settings.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table_of(family, cache)));
  settings.write_buffer_size = kNeverFull;
  settings.arena_block_size = 256U << 10U;
  settings.target_file_size_base = 256U << 20U;  // few files: a reader keeps all of them open
  settings.max_bytes_for_level_base = 1U << 30U;
  settings.level_compaction_dynamic_level_bytes = true;
  settings.compression = family == Family::Runs ? rocksdb::kNoCompression : rocksdb::kZSTD;
  if (family != Family::Runs) settings.compression_per_level = {rocksdb::kLZ4Compression, rocksdb::kZSTD};  // what is new is packed well once, when it is merged
  if (family == Family::Texts) {  // a dictionary for each file, trained on what it holds
    settings.compression_opts.max_dict_bytes = 64U << 10U;
    settings.compression_opts.zstd_max_train_bytes = 100 * settings.compression_opts.max_dict_bytes;
  }
  return settings;
}

std::vector<rocksdb::ColumnFamilyDescriptor> all_families(const std::shared_ptr<rocksdb::Cache>& cache) {
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (std::size_t i = 0; i < kFamilies; ++i) families.emplace_back(std::string(kNames[i]), settings_of(static_cast<Family>(i), cache));
  return families;
}

rocksdb::DBOptions settings(rocksdb::Env* env, const DiskOptions& options) {
  rocksdb::DBOptions settings;
  settings.env = env;
  settings.info_log = std::make_shared<SilentLog>();
  settings.db_host_id = "";
  settings.max_open_files = 512;
  settings.max_background_jobs = 2;
  settings.max_total_wal_size = options.write_buffer_bytes;
  settings.wal_bytes_per_sync = 1U << 20U;
  settings.bytes_per_sync = 1U << 20U;
  // An unfinished record is one that nobody was told of. Where a log that is not the last was cut, all after it is left out too, so
  // that the archive stands at an earlier batch than was acknowledged, and never lacks one in the middle.
  settings.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  settings.track_and_verify_wals_in_manifest = true;  // a log that is missing is noticed
  settings.max_bgerror_resume_count = 0;  // what could not be written is an error, not something to wait for
  settings.stats_dump_period_sec = 0;
  settings.stats_persist_period_sec = 0;
  return settings;
}

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

std::string_view name_of(Family family) { return kNames[static_cast<std::size_t>(family)]; }

Error error_of(const rocksdb::Status& status) {
  const bool damaged = status.IsCorruption() || status.IsPathNotFound() || status.IsInvalidArgument() || status.IsNotSupported();
  return {damaged ? ErrorCode::Damaged : ErrorCode::Io, status.ToString()};
}

namespace {

std::uint64_t number_in(std::string_view manifest_name) {
  std::uint64_t number = 0;
  const auto digits = manifest_name.find('-');
  if (digits != std::string_view::npos) std::from_chars(manifest_name.data() + digits + 1, manifest_name.data() + manifest_name.size(), number);
  return number;
}

}  // namespace

Manifest Database::durable_manifest() const {
  std::vector<std::string> files;
  Manifest manifest;
  if (!db_->GetLiveFiles(files, &manifest.size, false).ok()) return {};  // the size is that of the last record that was synced
  const auto name = std::ranges::find_if(files, [](const std::string& file) { return file.starts_with("/MANIFEST-"); });
  if (name == files.end()) return {};
  manifest.number = number_in(*name);
  return manifest;
}

Manifest manifest_of(const std::string& path) {
  std::string name;
  std::ifstream(path + "/CURRENT") >> name;
  Manifest manifest;
  manifest.number = number_in(name);
  if (manifest.number == 0) return manifest;
  std::error_code missing;
  const auto size = std::filesystem::file_size(path + "/" + name, missing);
  manifest.size = missing ? 0 : size;
  return manifest;
}

std::shared_ptr<rocksdb::Cache> make_cache(const DiskOptions& options) { return rocksdb::NewLRUCache(options.cache_bytes); }

Result<std::unique_ptr<Database>> Database::open(const std::string& path, const DiskOptions& options, const FileSystem& files, bool create) {
  std::unique_ptr<Database> made(new Database);
  made->env_ = files ? rocksdb::NewCompositeEnv(files) : nullptr;
  auto opening = settings(files ? made->env_.get() : rocksdb::Env::Default(), options);
  opening.create_if_missing = create;
  opening.create_missing_column_families = create;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto status = rocksdb::DB::Open(opening, path, all_families(make_cache(options)), &handles, &db);
  if (!status.ok()) return fail(error_of(status));
  made->db_.reset(db);
  std::copy(handles.begin(), handles.end(), made->handles_.begin());
  return made;
}

Result<std::unique_ptr<Database>> Database::follow(const std::string& path, const DiskOptions& options, const FileSystem& files,
                                                   const std::shared_ptr<rocksdb::Cache>& cache) {
  std::unique_ptr<Database> made(new Database);
  made->env_ = files ? rocksdb::NewCompositeEnv(files) : nullptr;
  auto opening = settings(files ? made->env_.get() : rocksdb::Env::Default(), options);
  opening.max_open_files = -1;  // a file that the writer deletes stays readable while it is open
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto status = rocksdb::DB::OpenAsSecondary(opening, path, path, all_families(cache), &handles, &db);
  if (!status.ok()) return fail(error_of(status));
  made->db_.reset(db);
  std::copy(handles.begin(), handles.end(), made->handles_.begin());
  return made;
}

Result<std::optional<std::string>> Database::head(const std::string& path, const DiskOptions& options, const FileSystem& files) {
  Database opened;
  opened.env_ = files ? rocksdb::NewCompositeEnv(files) : nullptr;
  auto opening = settings(files ? opened.env_.get() : rocksdb::Env::Default(), options);
  opening.max_open_files = -1;  // opens all
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto status = rocksdb::DB::OpenForReadOnly(opening, path, all_families(make_cache(options)), &handles, &db);
  if (!status.ok()) return fail(error_of(status));
  opened.db_.reset(db);
  std::copy(handles.begin(), handles.end(), opened.handles_.begin());
  return opened.get(Family::State, key_in(Table::Head));
}

Database::~Database() {
  for (auto* handle : handles_) {
    if (handle != nullptr) db_->DestroyColumnFamilyHandle(handle);
  }
}

Result<std::optional<std::string>> Database::get(Family in, std::string_view key, const rocksdb::Snapshot* snapshot) const {
  rocksdb::ReadOptions reading;
  reading.snapshot = snapshot;
  std::string value;
  const auto status = db_->Get(reading, family(in), slice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return fail(error_of(status));
  return std::optional(std::move(value));
}

}  // namespace wireprint
