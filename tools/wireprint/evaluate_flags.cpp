#include "evaluate_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace wireprint::command {
namespace {

using Blank = void (*)(Article&);

const std::map<std::string, Blank> kBlanks{
    {"author", [](Article& a) { a.author.clear(); }},
    {"byline", [](Article& a) { a.byline.clear(); }},
    {"copyright", [](Article& a) { a.copyright.clear(); }},
    {"headline", [](Article& a) { a.headline.clear(); }},
    {"language", [](Article& a) { a.language.clear(); }},
    {"outlet", [](Article& a) { a.outlet.clear(); }},
    {"published", [](Article& a) { a.published = {}, a.published_as_read.clear(); }},
    {"updated", [](Article& a) { a.updated = {}; }},
    {"url", [](Article& a) { a.url.clear(); }}};

std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

Result<Corpus*> owner_of(const std::string& path, std::vector<Corpus>& corpora) {
  Corpus* owner = corpora.size() == 1 ? &corpora.front() : nullptr;
  for (auto& corpus : corpora) {
    const bool longer = owner == nullptr || corpus.name.size() > owner->name.size();
    if (longer && file_name(path).starts_with(corpus.name + ".")) owner = &corpus;
  }
  if (owner != nullptr) return owner;
  return fail(invalid("truth", path, "a file whose name begins with that of a corpus and a dot"));
}

Result<std::vector<Corpus>> name_corpora(const std::vector<std::string>& paths) {
  std::vector<Corpus> corpora;
  for (const auto& path : paths) {
    const std::string name = corpus_name(path);
    const bool taken = std::any_of(corpora.begin(), corpora.end(), [&](const Corpus& corpus) { return corpus.name == name; });
    if (taken) return fail(invalid("corpus", path, "of another name than the others, labels know it by that"));
    corpora.push_back({name, path, {}, {}, {}});
  }
  return corpora;
}

Result<void> add_pairs(const std::string& path, std::vector<Corpus>& corpora) {
  if (path.empty()) return {};
  auto pairs = read_labelled_pairs(path);
  if (!pairs) return fail(pairs.error());
  bool any = pairs->empty();
  for (auto& pair : *pairs) {
    const auto corpus = std::find_if(corpora.begin(), corpora.end(), [&](const Corpus& c) { return c.name == pair.corpus; });
    if (corpus == corpora.end()) continue;
    any = true;
    corpus->pairs.push_back(std::move(pair));
  }
  if (!any) return fail(invalid("--pairs", path, "labels of a corpus that is given"));
  return {};
}

}  // namespace

std::string corpus_name(const std::string& path) {
  std::string name = file_name(path);
  for (const std::string_view ending : {".zst", ".gz", ".jsonl", ".ndjson", ".json", ".csv", ".tsv"}) {
    if (name.ends_with(ending) && name.size() > ending.size()) name.resize(name.size() - ending.size());
  }
  return name;
}

Result<std::vector<Corpus>> resolve_corpora(const EvaluateFlags& flags) {
  auto corpora = name_corpora(flags.corpora);
  if (!corpora) return corpora;
  if (const auto added = add_pairs(flags.pairs, *corpora); !added) return fail(added.error());
  for (const auto& path : flags.same_story) {
    const auto owner = owner_of(path, *corpora);
    if (!owner) return fail(owner.error());
    auto pairs = read_key_pairs(path);
    if (!pairs) return fail(pairs.error());
    (*owner)->same_story.emplace_back(file_name(path), std::move(*pairs));
  }
  for (const auto& path : flags.clusters) {
    const auto owner = owner_of(path, *corpora);
    if (!owner) return fail(owner.error());
    auto clusters = read_clusters(path);
    if (!clusters) return fail(clusters.error());
    (*owner)->clusters.emplace_back(file_name(path), std::move(*clusters));
  }
  return corpora;
}

std::vector<std::string> blankable_fields() {
  std::vector<std::string> names;
  for (const auto& [name, empty] : kBlanks) names.push_back(name);
  return names;
}

std::function<void(Article&)> blank(const std::vector<std::string>& fields) {
  if (fields.empty()) return {};
  std::vector<Blank> blanks;
  for (const auto& field : fields) blanks.push_back(kBlanks.at(field));
  return [blanks](Article& article) {
    for (const auto empty : blanks) empty(article);
  };
}

}  // namespace wireprint::command
