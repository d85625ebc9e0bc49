#include "mirror.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace wireprint::command {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error);
}

fs::path absolute(const std::string& path) { return fs::absolute(path).lexically_normal(); }

// The deepest folder that holds all inputs.
fs::path common_folder(const std::vector<std::string>& inputs) {
  std::optional<fs::path> common;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    const fs::path folder = is_folder(input) ? absolute(input + "/").parent_path() : absolute(input).parent_path();
    if (!common) {
      common = folder;
      continue;
    }
    fs::path shared;
    for (auto a = common->begin(), b = folder.begin(); a != common->end() && b != folder.end() && *a == *b; ++a, ++b) shared /= *a;
    common = shared;
  }
  return common.value_or(fs::path());
}

std::string name_in_folder(const InputFile& file, const fs::path& common) {
  return file.path == "-" ? "stdin" : absolute(file.path).lexically_relative(common).string();
}

std::vector<std::vector<ArticleId>> records_by_file(const ClusterRun& run) {
  std::vector<std::vector<ArticleId>> records(run.files.size());
  for (ArticleId id = 0; id < run.articles.size(); ++id) {
    const std::uint32_t file = run.articles[id].place.file;
    if (file < records.size()) records[file].push_back(id);  // archived articles stand in no file
  }
  return records;
}

// A file that is one article goes as a whole.
bool is_dropped_text(const InputFile& file, const std::vector<ArticleId>& records, const RecordChange& change) {
  return file.format == InputFormat::Text && change.drops && !records.empty() && std::ranges::all_of(records, change.drops);
}

}  // namespace

Result<Mirror> Mirror::open(const std::string& out, const std::vector<std::string>& inputs) {
  Mirror mirror;
  mirror.out_ = out;
  mirror.inputs_ = inputs;
  if (inputs.size() == 1 && !is_folder(inputs.front())) {
    auto file = Output::open(out);
    if (!file) return fail(file.error());
    mirror.file_.emplace(std::move(*file));
    return mirror;
  }
  auto folder = UnfinishedFolder::beside(out);
  if (!folder) return fail(folder.error());
  mirror.folder_ = std::move(*folder);
  return mirror;
}

Result<void> Mirror::write_file(const ClusterRun& run, std::size_t file, const std::vector<ArticleId>& records, const RecordChange& change, Packing packing,
                                Output to) {
  const auto packer = Packer::make(packing, to);
  if (run.files[file].path == "-") rewind_stdin();
  const bool whole_text_goes = is_dropped_text(run.files[file], records, change);
  if (auto done = whole_text_goes ? Result<void>() : rewrite(run.files[file], records, run, change, *packer); !done) return done;
  packer->finish();
  packing_seconds_ += packer->seconds();
  return to.finish();
}

Result<void> Mirror::write(const ClusterRun& run, const RecordChange& change) {
  const auto records = records_by_file(run);
  if (file_) {
    if (run.files.empty() || !run.files.front().format) return file_->finish();
    return write_file(run, 0, records[0], change, packing_named_by(out_), std::move(*file_));
  }
  const fs::path common = common_folder(inputs_);
  std::set<std::string> names;
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    const InputFile& file = run.files[i];
    if (file.input >= inputs_.size() || !file.format || is_dropped_text(file, records[i], change)) continue;
    const std::string name = name_in_folder(file, common);
    if (!names.insert(name).second) return fail(Error{ErrorCode::InvalidArgument, "was given twice, and can be written once", {file.path, 0, {}}});
    const auto place = folder_->place_for(name);
    if (!place) return fail(place.error());
    auto to = Output::open_inside(*place);
    if (!to) return fail(to.error());
    if (auto done = write_file(run, i, records[i], change, file.packing, std::move(*to)); !done) return done;
  }
  return folder_->finish();
}

}  // namespace wireprint::command
