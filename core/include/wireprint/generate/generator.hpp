// Synthetic news with the truth about it: what copies what is known because it was made so.
//
// Everything is invented: pseudo-words, function words, and what desks do to a text. The stage knows nothing of how copies
// are found. Not for several threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wireprint {

/// How an article came to be.
enum class MadeAs : std::uint8_t {
  Original,
  Verbatim,   ///< the same sentences in another outlet's dress
  Trimmed,    ///< the end cut, a fifth or more left
  Extended,   ///< paragraphs of its own put in
  Updated,    ///< a later version: another top, the rest kept
  Rewritten,  ///< a word here and there changed in every sentence
  Live,       ///< a log that grows at its top
  Template,   ///< the same form with other figures; a story of its own
  Notice,     ///< the same page again and again
  Empty       ///< no body
};

/// "original", "verbatim", ...
[[nodiscard]] std::string_view name_of(MadeAs made);

/// What else was done to it.
struct Traits {
  bool undated = false;
  bool late = false;    ///< printed days or weeks after the story broke
  bool resent = false;  ///< another version follows under the same key
  bool noisy = false;   ///< letters misread, as by a scanner
  bool quoting = false; ///< holds a statement that other stories quote too

  [[nodiscard]] std::string names() const;  ///< "undated,noisy"; "-" for none
};

/// One article. The views live until the next call.
struct GeneratedArticle {
  std::string_view line;  ///< a JSON object with its line feed
  std::string_view key;
  std::string_view desk;     ///< which kind of newsroom: "wire-en", "press-de", ...
  std::uint64_t story = 0;   ///< number of the story in the desk: articles of one story are copies
  MadeAs made = MadeAs::Original;
  Traits traits;
  bool again = false;  ///< a resend: its key has been before

  /// "key\tcluster\tmade\ttraits\n"; a resend has no line, its key has one.
  [[nodiscard]] std::string truth_line() const;
};

/// The first line of a file of truth.
[[nodiscard]] std::string_view truth_heading();

/// How a scanner misreads headlines and bodies.
struct Misreading {
  std::uint32_t per_mille = 0;  ///< of all characters, here and there
  bool pages = false;           ///< instead: in stretches, of each article a share of its own from 1 to 10 in 100, as scanned newspapers are
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed, Misreading misreading = {});
  ~Generator();
  Generator(Generator&&) noexcept;
  Generator& operator=(Generator&&) noexcept;

  /// The next article; there is always one. The same seed gives the same articles on every machine, and a longer
  /// corpus begins with a shorter one.
  [[nodiscard]] GeneratedArticle next();

  /// The names of the desks.
  [[nodiscard]] static std::vector<std::string_view> desks();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wireprint
