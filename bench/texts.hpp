// The bodies of a corpus in memory, so that a benchmark times no reading.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wireprint::bench {

struct Texts {
  std::string name;
  std::vector<std::string> bodies;  ///< none is empty

  [[nodiscard]] std::size_t bytes() const;
};

/// The first `megabytes` of the corpus at `path`, any input that the reader knows; named after the file. None when it
/// cannot be read.
[[nodiscard]] Texts read_texts(const std::string& path, std::size_t megabytes);

/// As much generated news in `language`: "en", "de", "ar", "zh" or "ru".
[[nodiscard]] Texts generate_texts(const std::string& language, std::size_t megabytes);

}  // namespace wireprint::bench
