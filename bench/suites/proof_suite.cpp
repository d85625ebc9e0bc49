// Proof of pairs, on generated news: making a text ready, aligning two, and comparing and judging them. An item is a pair.
#include <benchmark/benchmark.h>

#include <memory>

#include "suites.hpp"
#include "support/prepared.hpp"
#include "wireprint/verify/alignment.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint::bench {
namespace {

constexpr std::size_t kTexts = 100;

using Pairs = std::vector<std::pair<std::unique_ptr<test::Prepared>, std::unique_ptr<test::Prepared>>>;

// Each text with itself less its second half; or with the next text.
const Pairs& pairs(bool copies) {
  static Pairs made[2];
  Pairs& all = made[copies ? 1 : 0];
  const auto& bodies = scripts()[scripts().size() - 2].bodies;  // generated English
  for (std::size_t i = all.size(); i < std::min(kTexts, bodies.size() - 1); ++i) {
    std::string other = copies ? bodies[i].substr(0, bodies[i].size() / 2) : bodies[i + 1];
    all.emplace_back(std::make_unique<test::Prepared>(bodies[i]), std::make_unique<test::Prepared>(std::move(other)));
  }
  return all;
}

template <class Step>
void add(const std::string& name, bool copies, Step step) {
  benchmark::RegisterBenchmark(("proof/" + name + (copies ? "/copies" : "/unlike")).c_str(), [copies, step](benchmark::State& state) {
    for (auto round : state) {
      for (const auto& [a, b] : pairs(copies)) step(*a, *b);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pairs(copies).size()));
  })->Unit(benchmark::kMillisecond);
}

Match judged(const PreparedText& a, const PreparedText& b) {
  Match match = compare(a, b, {});
  judge(match, {});
  return match;
}

}  // namespace

void add_proof_suite() {
  std::size_t copies = 0;
  for (const auto& [a, b] : pairs(true)) copies += judged(*a, *b).verdict == Verdict::Copy ? 1 : 0;
  check(copies * 10 >= pairs(true).size() * 9, "halved texts are not copies");
  for (const bool alike : {true, false}) {
    add("align", alike, [](const PreparedText& a, const PreparedText& b) { benchmark::DoNotOptimize(align(a.tokens.hashes, a.seeds, b.tokens.hashes, b.seeds)); });
    add("compare_and_judge", alike, [](const PreparedText& a, const PreparedText& b) { benchmark::DoNotOptimize(judged(a, b)); });
  }
  add("prepare", true, [](const PreparedText& a, const PreparedText&) { benchmark::DoNotOptimize(test::Prepared(std::string(a.body))); });
}

}  // namespace wireprint::bench
