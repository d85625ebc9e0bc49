// What an archive holds, as a run: so every line and report that is written from a run is written from an archive too.
//
// Functions read the view only; any thread. A look-up that fails gives less: ask the view's fault() afterwards.
#pragma once

#include <optional>
#include <vector>

#include "wireprint/archive/article_store.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint {

/// A version as it stands now: its status is Superseded when a newer one is judged. Without text its article has no more
/// than key, outlet and date. Nothing for one that is removed.
[[nodiscard]] std::optional<JudgedArticle> archived_article(const StoreView& view, DocId doc);

/// One cluster: `run.clusters[0]` with its id, its members in their order as `run.articles`, and the copies among them as
/// `run.matches`, with their shares and role and without passages. Nothing for a cluster that has no members any more.
[[nodiscard]] std::optional<ClusterRun> archived_cluster(const StoreView& view, ClusterNumber number);

/// The clusters that have members, in the order of ClusterRun::clusters.
[[nodiscard]] std::vector<ClusterNumber> clusters_in_order(const StoreView& view);

/// The versions that stand in no cluster: those that nobody shares, superseded ones, those without a story. By key, then
/// version.
[[nodiscard]] std::vector<DocId> docs_in_no_cluster(const StoreView& view);

}  // namespace wireprint
