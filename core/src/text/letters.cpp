#include "wireprint/text/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "text/normalizer.hpp"
#include "text/words.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kLongestWord = 48;  // letters that are compared; longer words are addresses, and have to be equal

class Speller {
 public:
  explicit Speller(std::string_view normalized) : normalized_(normalized) {}

  void operator()(std::size_t begin, std::size_t end) {
    spelling.begins.push_back(static_cast<std::uint32_t>(spelling.letters.size()));
    for (std::size_t at = begin; at < end;) {
      const auto letter = utf8::decode_valid(normalized_, at);
      spelling.letters.push_back(letter.point);
      at += letter.length;
    }
  }

  Spelling spelling;

 private:
  std::string_view normalized_;
};

// Of two words whose lengths differ by at most `most`: whether so many changes make one of the other. Row by row of the
// table of distances between their beginnings.
bool within(std::u32string_view a, std::u32string_view b, std::size_t most) {
  std::array<std::size_t, kLongestWord + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] != b[j - 1] ? 1U : 0U);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
      least = std::min(least, row[j]);
    }
    if (least > most) return false;
  }
  return row[b.size()] <= most;
}

}  // namespace

Spelling spell(std::string_view text) {
  NoOrigins origins;
  const std::string normalized = Normalizer(text, origins).run();
  Speller speller(normalized);
  WordCutter(normalized, speller).run();
  speller.spelling.begins.push_back(static_cast<std::uint32_t>(speller.spelling.letters.size()));
  return std::move(speller.spelling);
}

std::vector<std::uint64_t> hash_letters(const Spelling& spelling) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < spelling.size(); ++i) {
    const auto gram = std::u32string_view(spelling.letters).substr(spelling.begins[i], kGramLetters);
    hashes.push_back(hash_bytes({reinterpret_cast<const char*>(gram.data()), gram.size() * sizeof(char32_t)}));
  }
  return hashes;
}

bool may_be_one_word(std::u32string_view a, std::u32string_view b) {
  if (a == b) return true;
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  const std::size_t most = 2 * longer / 5;
  return longer - shorter <= most && longer <= kLongestWord && within(a, b, most);
}

}  // namespace wireprint
