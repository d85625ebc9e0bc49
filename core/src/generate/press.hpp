// The press: an assignment becomes a line of JSON, in the dress of its outlet.
#pragma once

#include <string>
#include <string_view>

#include "generate/newsroom.hpp"

namespace wireprint {

class Press {
 public:
  /// `desk` has to live longer than this. `seed` gives the outlets their names and standing texts.
  Press(const Desk& desk, std::uint64_t seed, Misreading misreading)
      : desk_(desk), vocabulary_(desk.script, desk.vocabulary), seed_(seed), misreading_(misreading) {}

  /// The line, with its line feed; lives until the next call.
  [[nodiscard]] std::string_view print(const Assignment& assignment);

  /// "wire-en-0000012".
  [[nodiscard]] std::string key_of(std::uint64_t number) const;

 private:
  void add_body(const Assignment& assignment);
  void add_dateline(const Assignment& assignment, Random& dress);
  void add_promo(Random& dress);
  void add_standing_text(const Assignment& assignment, Random& dress);
  void add_headline(const Assignment& assignment, Random& dress);
  void scan(std::size_t begin, const Assignment& assignment);
  [[nodiscard]] std::uint64_t outlet_seed(std::uint32_t outlet) const;

  const Desk& desk_;
  Vocabulary vocabulary_;
  std::uint64_t seed_;
  Misreading misreading_;
  TextBuffer text_;
};

}  // namespace wireprint
