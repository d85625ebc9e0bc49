// What a batch did, told article by article, so that another database can follow.
//
// Whoever replays the events of a store has the cluster of each key, and each cluster's original.
#pragma once

#include <span>
#include <vector>

#include "engine/night/take_in.hpp"

namespace wireprint {

/// Writes the events of a batch: clusters that merged and split, then each article that came, in its order, then those that
/// went, then those of the others that moved or play another role. Gives them, with those that are told once and not kept (seq 0).
[[nodiscard]] std::vector<Event> tell(Night& night, std::span<const Taken> taken, std::span<const DocId> removed, const Reclustered& reclustered);

}  // namespace wireprint
