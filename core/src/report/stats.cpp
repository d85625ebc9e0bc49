#include "wireprint/report/stats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "report/json_line.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

struct Amount {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;

  void add(const JudgedArticle& judged) {
    ++articles;
    words += judged.words;
    bytes += judged.place.bytes();
  }
};

struct KeptAndDropped {
  Amount kept;
  Amount dropped;

  [[nodiscard]] bool loses_most() const { return dropped.articles > kept.articles; }
};

using ByOutlet = std::map<std::string_view, KeptAndDropped>;

ByOutlet count_outlets(const ClusterRun& run) {
  std::vector<bool> dropped(run.articles.size(), false);
  for (const Removal& removal : run.removals) dropped[removal.article] = true;
  ByOutlet outlets;
  for (ArticleId id = 0; id < run.articles.size(); ++id) {
    const JudgedArticle& judged = run.articles[id];
    if (judged.reference) continue;
    KeptAndDropped& outlet = outlets[judged.article.outlet];
    (dropped[id] ? outlet.dropped : outlet.kept).add(judged);
  }
  return outlets;
}

KeptAndDropped sum_of(const ByOutlet& outlets) {
  KeptAndDropped sum;
  const auto add = [](const Amount& from, Amount& to) {
    to.articles += from.articles;
    to.words += from.words;
    to.bytes += from.bytes;
  };
  for (const auto& [name, outlet] : outlets) add(outlet.kept, sum.kept), add(outlet.dropped, sum.dropped);
  return sum;
}

std::string warning_of(std::string_view name, const KeptAndDropped& outlet) {
  if (!outlet.loses_most()) return {};
  return fmt::format("more than half of {} is dropped: {} of {} articles", name.empty() ? "what names no outlet" : name, outlet.dropped.articles,
                     outlet.dropped.articles + outlet.kept.articles);
}

void write_amount(JsonLine& line, std::string_view name, const Amount& amount) {
  line.begin_object(name);
  line.count("articles", amount.articles);
  line.count("words", amount.words);
  line.count("bytes", amount.bytes);
  line.end_object();
}

void write_recipe(JsonLine& line, const Recipe& recipe) {
  line.begin_object("recipe");
  line.text("hash", recipe_hash(recipe));
  line.text("text", recipe.text);
  line.text("unicode", recipe.unicode);
  line.number("shingle_words", recipe.shingle_words);
  line.count("seed", recipe.seed);
  line.number("minhash_slots", recipe.minhash_slots);
  line.number("sample_one_in", recipe.sample_one_in);
  line.number("sample_floor", recipe.sample_floor);
  line.number("spread_rate", recipe.spread_rate);
  line.end_object();
}

/// Writes an option by its kind.
struct WriteOption {
  JsonLine& line;
  const std::string& name;

  void operator()(std::monostate) const { line.null(name); }
  void operator()(const std::string& value) const { line.text(name, value); }
  void operator()(std::int64_t value) const { line.number(name, value); }
  void operator()(double value) const { line.real(name, value); }
  void operator()(bool value) const { line.flag(name, value); }
};

void write_inputs(JsonLine& line, const ClusterRun& run, std::size_t inputs) {
  line.begin_array("inputs");
  for (const InputFile& file : run.files) {
    line.begin_object();
    line.text("file", file.path);
    line.flag("reference", file.input >= inputs);
    line.text("format", file.format ? name_of(*file.format) : std::string_view());
    line.text("packing", name_of(file.packing));
    line.count("bytes", file.bytes);
    line.text("xxh128", file.hash ? file.hash->hex() : std::string());
    line.end_object();
  }
  line.end_array();
}

void write_counts(JsonLine& line, const ClusterRun& run) {
  const RunCounts& counts = run.counts;
  const auto of = [&](Status status) { return counts.statuses.contains(status) ? counts.statuses.at(status) : 0; };
  line.count("records", counts.records);
  line.begin_object("statuses");
  for (const Status status : {Status::Ok, Status::Short, Status::Empty, Status::NoContent, Status::Superseded, Status::Error}) line.count(name_of(status), of(status));
  line.end_object();
  line.begin_object("skipped");
  line.count("without_words", of(Status::Empty));
  line.count("furniture_only", of(Status::NoContent));
  line.count("older_version_under_the_same_key", of(Status::Superseded));
  line.count("unreadable_records", of(Status::Error));
  line.count("unreadable_files", counts.failed_inputs);
  line.end_object();
  line.count("undated", counts.undated);
  line.count("repaired", counts.repaired);
  line.count("references", counts.references);
  line.count("exact_copies", counts.exact_copies);
  line.count("candidates", counts.candidates);
  line.count("verified_edges", counts.copies);
  line.count("cut_edges", counts.cut_edges);
  std::size_t largest = 0;
  for (const Cluster& cluster : run.clusters) largest = std::max(largest, cluster.members.size());
  line.count("clusters", run.clusters.size());
  line.count("largest_cluster", largest);
}

void write_outlets(JsonLine& line, const ByOutlet& outlets) {
  const KeptAndDropped sum = sum_of(outlets);
  write_amount(line, "kept", sum.kept);
  write_amount(line, "dropped", sum.dropped);
  line.begin_array("outlets");
  for (const auto& [name, outlet] : outlets) {
    line.begin_object();
    line.text("outlet", name);
    write_amount(line, "kept", outlet.kept);
    write_amount(line, "dropped", outlet.dropped);
    line.text("warning", warning_of(name, outlet));
    line.end_object();
  }
  line.end_array();
  line.begin_array("warnings");
  for (const auto& [name, outlet] : outlets) {
    if (outlet.loses_most()) line.element(warning_of(name, outlet));
  }
  line.end_array();
}

void write_stages(JsonLine& line, const std::vector<Stage>& stages) {
  for (const Stage& stage : stages) {
    line.begin_object();
    line.text("stage", stage.name);
    line.real("seconds", stage.seconds);
    line.end_object();
  }
}

}  // namespace

std::string recipe_hash(const Recipe& r) {
  return hash_bytes_128(fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", r.text, r.unicode, r.shingle_words, r.seed, r.minhash_slots, r.sample_one_in, r.sample_floor,
                                    r.spread_rate))
      .hex();
}

std::string stats_line(const ClusterRun& run, const RunRecord& record) {
  JsonLine line;
  line.text("schema", "wireprint.stats/1");
  line.text("version", record.version);
  write_recipe(line, record.recipe);
  line.begin_object("options");
  for (const auto& [name, value] : record.options) std::visit(WriteOption{line, name}, value);
  line.end_object();
  write_inputs(line, run, record.inputs);
  write_counts(line, run);
  write_outlets(line, count_outlets(run));
  double seconds = run.counts.seconds;
  for (const Stage& stage : record.stages) seconds += stage.seconds;
  line.real("seconds", seconds);
  line.begin_array("stages");
  write_stages(line, run.stages);
  write_stages(line, record.stages);
  line.end_array();
  line.count("peak_memory_bytes", record.peak_memory_bytes);
  return line.finish();
}

}  // namespace wireprint
