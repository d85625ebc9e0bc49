#include "wireprint/generate/generator.hpp"

#include <fmt/format.h>

#include <array>

#include "generate/newsroom.hpp"
#include "generate/press.hpp"

namespace wireprint {
namespace {

constexpr std::array<std::string_view, 10> kMadeAs{"original", "verbatim", "trimmed", "extended", "updated",
                                                   "rewritten", "live",    "template", "notice",   "empty"};

/// A desk at work.
struct Shop {
  Newsroom newsroom;
  Press press;
  std::string_view name;
  std::uint32_t weight;

  Shop(const Desk& desk, std::uint64_t seed, Misreading misreading)
      : newsroom(desk, seed), press(desk, mix64(seed + 1), misreading), name(desk.name), weight(desk.weight) {}
};

}  // namespace

std::string_view name_of(MadeAs made) { return kMadeAs[static_cast<std::size_t>(made)]; }

std::string Traits::names() const {
  std::string names;
  const auto add = [&](bool has, std::string_view name) {
    if (has) names += (names.empty() ? "" : ",") + std::string(name);
  };
  add(undated, "undated");
  add(late, "late");
  add(resent, "resent");
  add(noisy, "noisy");
  add(quoting, "quoting");
  return names.empty() ? "-" : names;
}

std::string GeneratedArticle::truth_line() const {
  const std::string cluster = made == MadeAs::Notice ? fmt::format("{}-notice", desk) : fmt::format("{}-story-{}", desk, story);
  return fmt::format("{}\t{}\t{}\t{}\n", key, cluster, name_of(made), traits.names());
}

std::string_view truth_heading() { return "key\tcluster\tmade\ttraits\n"; }

struct Generator::State {
  Random random;
  std::vector<Shop> shops;
  std::uint64_t weights = 0;
  std::string key;
  bool misread;

  State(std::uint64_t seed, Misreading misreading) : random(mix64(seed)), misread(misreading.pages || misreading.per_mille > 0) {
    std::uint64_t number = 0;
    for (const auto& desk : all_desks()) {
      shops.emplace_back(desk, mix64(mix64(seed) + ++number), misreading);
      weights += desk.weight;
    }
  }

  Shop& draw_shop() {
    std::uint64_t at = random.below(weights);
    for (auto& shop : shops) {
      if (at < shop.weight) return shop;
      at -= shop.weight;
    }
    return shops.back();
  }
};

Generator::Generator(std::uint64_t seed, Misreading misreading) : state_(std::make_unique<State>(seed, misreading)) {}
Generator::~Generator() = default;
Generator::Generator(Generator&&) noexcept = default;
Generator& Generator::operator=(Generator&&) noexcept = default;

GeneratedArticle Generator::next() {
  Shop& shop = state_->draw_shop();
  const Assignment assignment = shop.newsroom.next();
  state_->key = shop.press.key_of(assignment.number);
  Traits traits = assignment.traits;
  traits.noisy |= state_->misread && !assignment.sentences.empty();
  return {shop.press.print(assignment), state_->key, shop.name, assignment.story->number, assignment.made, traits, assignment.again};
}

std::vector<std::string_view> Generator::desks() {
  std::vector<std::string_view> names;
  for (const auto& desk : all_desks()) names.push_back(desk.name);
  return names;
}

}  // namespace wireprint
