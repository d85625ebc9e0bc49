// wireprint archive inspect: what an archive holds, how large it is, how it was made.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"

namespace wireprint::command {
namespace {

std::string recipe_text(const StoreIdentity& identity) {
  const Recipe& recipe = identity.recipe;
  return fmt::format("recipe      {}, Unicode {}, shingles of {} words, seed {}, {} MinHash slots, one shingle in {} and {} at least, {} articles a day counted\n",
                     recipe.text, recipe.unicode, recipe.shingle_words, recipe.seed, recipe.minhash_slots, recipe.sample_one_in,
                     recipe.sample_floor, recipe.spread_rate) +
         fmt::format("rules       {}\ntext        {}\n", identity.rules, identity.keeps_text ? "kept" : "not kept: shares are estimates");
}

struct Counts {
  std::uint64_t articles = 0;   ///< keys
  std::uint64_t clustered = 0;  ///< clusters of two and more
  std::uint64_t copies = 0;     ///< articles in these
};

Counts count(const StoreView& view) {
  Counts counts;
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    const auto record = view.record(doc);
    const auto key = record ? view.key(record->key.text) : std::nullopt;
    counts.articles += key && key->newest == doc ? 1U : 0U;
  }
  for (ClusterNumber number = 1; number <= view.clusters(); ++number) {
    const auto cluster = view.cluster(number);
    if (!cluster || cluster->members.size() < 2) continue;
    ++counts.clustered;
    counts.copies += cluster->members.size();
  }
  return counts;
}

// A small archive's rows stand in the log until there are enough of them for a file, its postings in rows.
std::string place_of(const StoreSize& size) {
  if (size.files == 0) return size.bytes == 0 ? "no file yet" : "in rows";
  return fmt::format("in {} {}", size.files, size.files == 1 ? "file" : "files");
}

std::string figures_text(const StoreFigures& figures, const Counts& counts) {
  std::string text = fmt::format("articles    {}, {} versions came in all\nclusters    {} of two and more, which hold {} articles\n", counts.articles,
                                 figures.docs, counts.clustered, counts.copies);
  text += fmt::format("batches     {}, this reader sees all but {}\nlast event  {}\npostings    {} in {} runs\n", figures.acknowledged, figures.acknowledged - figures.epoch, figures.events, figures.postings, figures.runs);
  std::uint64_t bytes = 0;
  for (const StoreSize& size : figures.sizes) bytes += size.bytes;
  text += fmt::format("bytes       {}\n", bytes);
  for (const StoreSize& size : figures.sizes) text += fmt::format("  {:<18}{:>16}  {}\n", size.what, size.bytes, place_of(size));
  return text;
}

ExitCode run(const ArchiveFlags& flags, Terminal& terminal) {
  const auto opened = open_for_reading(flags);
  if (!opened) return stop(opened.error(), terminal);
  const auto figures = opened->store->figures();
  if (!figures) return stop(figures.error(), terminal);
  const auto view = opened->archive.view();
  const std::string text = figures_text(*figures, count(*view)) + recipe_text(opened->store->identity());
  if (const auto fault = view->fault()) return stop(*fault, terminal);
  return print(text, terminal);
}

}  // namespace

void add_archive_inspect(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<ArchiveFlags>();
  auto* command = archive->add_subcommand("inspect", "Counts, sizes, the last event that is to be seen, and how fingerprints are made");
  add_archive(command, *flags);
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
