// The Google Benchmark suites: a file for each stage. Each registers its rows after it has checked the answer.
#pragma once

#include <string>
#include <vector>

#include "texts.hpp"

namespace wireprint::bench {

/// A text of each script of news: the shared corpora where they are here, and generated Russian.
[[nodiscard]] const std::vector<Texts>& scripts();

/// Ends the program with a message when `good` is false: a wrong answer is not timed.
void check(bool good, const std::string& what);

void add_text_suite();
void add_sketch_suite();
void add_index_suite();
void add_proof_suite();
void add_end_to_end_suite();

}  // namespace wireprint::bench
