// wireprint archive export: all clusters, or all articles, as lines of JSON.
#include <memory>
#include <optional>
#include <string>

#include "archive_options.hpp"
#include "archive_parts.hpp"
#include "open_archive.hpp"
#include "output.hpp"
#include "wireprint/engine/archived.hpp"
#include "wireprint/report/archived_lines.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint::command {
namespace {

struct ExportFlags {
  ArchiveFlags archive;
  std::string what;
  std::string output = "-";
  bool bodies = false;
};

void write_clusters(const StoreView& view, Output& to) {
  for (const ClusterNumber number : clusters_in_order(view)) {
    const auto run = archived_cluster(view, number);
    if (run) to.write(cluster_line(*run, run->clusters.front()) + "\n");
    if (!to.wanted()) return;
  }
}

// Cluster by cluster, then what stands in none.
void write_articles(const StoreView& view, Output& to) {
  for (const ClusterNumber number : clusters_in_order(view)) {
    const auto run = archived_cluster(view, number);
    if (!run) continue;
    const ArticleLines lines(*run);
    for (ArticleId id = 0; id < run->articles.size(); ++id) to.write(lines.json(id) + "\n");
    if (!to.wanted()) return;
  }
  for (const DocId doc : docs_in_no_cluster(view)) {
    ClusterRun run;
    auto judged = archived_article(view, doc);
    if (!judged) continue;
    run.articles.push_back(std::move(*judged));
    to.write(ArticleLines(run).json(0) + "\n");
  }
}

// In the order in which they came, every version.
void write_records(const StoreView& view, Output& to) {
  for (DocId doc = 0; doc < view.docs() && to.wanted(); ++doc) {
    const auto record = view.record(doc);
    const auto judged = record ? archived_article(view, doc) : std::nullopt;
    if (judged) to.write(record_line(judged->article, record->version, view.article(doc).has_value()) + "\n");
  }
}

ExitCode run(const ExportFlags& flags, Terminal& terminal) {
  const auto opened = open_for_reading(flags.archive);
  if (!opened) return stop(opened.error(), terminal);
  auto output = Output::open(flags.output);
  if (!output) return terminal.stop(ExitCode::NotWritten, output.error());
  const auto view = opened->archive.view();
  if (flags.what == "clusters") {
    write_clusters(*view, *output);
  } else if (flags.bodies) {
    write_records(*view, *output);
  } else {
    write_articles(*view, *output);
  }
  if (const auto fault = view->fault()) return stop(*fault, terminal);
  if (const auto written = output->finish(); !written) return terminal.stop(ExitCode::NotWritten, written.error());
  return ExitCode::Done;
}

}  // namespace

void add_archive_export(CLI::App* archive, Runner& runner) {
  auto flags = std::make_shared<ExportFlags>();
  auto* command = archive->add_subcommand("export", "Print all clusters, or all articles, as lines of JSON");
  command->add_option("WHAT", flags->what, "clusters or articles")->required()->check(CLI::IsMember({"clusters", "articles"}).description(""));
  add_archive(command, flags->archive);
  command->add_flag("--bodies", flags->bodies, "Of articles, every version as it came, with its text, so that they can be read again");
  command->add_option("-o,--output", flags->output, "Write here instead of standard output")->type_name("FILE");
  runner.on(command, [flags](Terminal& terminal) { return run(*flags, terminal); });
}

}  // namespace wireprint::command
