// wireprint archive history: what became of a cluster, and which versions an article had.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"

namespace wireprint::command {
namespace {

struct HistoryFlags {
  ArchiveFlags archive;
  std::string name;
};

std::string turn_text(const ClusterTurn& turn) {
  switch (turn.kind) {
    case ClusterTurn::Kind::Created: return "created";
    case ClusterTurn::Kind::Absorbed: return "took in " + turn.other;
    case ClusterTurn::Kind::MergedInto: return "became part of " + turn.other;
    case ClusterTurn::Kind::SplitFrom: return "was split off from " + turn.other;
    case ClusterTurn::Kind::SplitOff: return "lost members to " + turn.other;
    case ClusterTurn::Kind::Dissolved: return "lost its last member";
  }
  return {};
}

std::string cluster_text(const StoreView& view, ClusterNumber number) {
  const auto cluster = view.cluster(number);
  if (!cluster) return {};
  const auto original = view.record(cluster->original);
  std::string text = fmt::format("cluster {}: {} {}", cluster->id, cluster->members.size(), cluster->members.size() == 1 ? "article" : "articles");
  if (original && !cluster->members.empty()) text += fmt::format(", original {}", original->key.text);
  text += "\n";
  if (!cluster->aliases.empty()) text += fmt::format("  also called {}\n", fmt::join(cluster->aliases, ", "));
  for (const ClusterTurn& turn : cluster->history) text += fmt::format("  event {:>8}  {}\n", turn.seq, turn_text(turn));
  return text;
}

std::string article_text(const StoreView& view, const KeyRecord& key, const std::string& name) {
  std::string text = fmt::format("article {}: {} {}\n", name, key.versions.size(), key.versions.size() == 1 ? "version" : "versions");
  for (const DocId doc : key.versions) {
    const auto record = view.record(doc);
    if (!record) continue;
    text += fmt::format("  version {}, {}, {} words{}\n", record->version, record->published.known() ? record->published.iso8601() : "undated",
                        record->words, doc == key.newest ? ", judged" : "");
  }
  return text;
}

ExitCode run(const HistoryFlags& flags, Terminal& terminal) {
  const auto opened = open_for_reading(flags.archive);
  if (!opened) return stop(opened.error(), terminal);
  const auto view = opened->archive.view();
  std::string text;
  ClusterNumber number = view->cluster_number(flags.name);
  if (const auto key = view->key(flags.name)) {
    text += article_text(*view, *key, flags.name);
    const auto standing = view->standing(key->newest);
    if (standing && standing->cluster != 0 && standing->cluster != number) text += cluster_text(*view, standing->cluster);
  }
  if (number != 0) text += cluster_text(*view, number);
  if (const auto fault = view->fault()) return stop(*fault, terminal);
  if (text.empty()) return terminal.stop(ExitCode::Usage, {ErrorCode::NotFound, fmt::format("no cluster is or was called '{}', and no article has that key", flags.name)});
  return print(text, terminal);
}

}  // namespace

void add_archive_history(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<HistoryFlags>();
  auto* command = archive->add_subcommand("history", "What became of a cluster, what it was called before, and which versions an article had");
  command->add_option("NAME", flags->name, "A cluster's id, now or before, or an article's key")->required();
  add_archive(command, flags->archive);
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
