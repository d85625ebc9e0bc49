// The rules of tokenizer.hpp written once more, with ICU and whole-string passes: the oracle of the text stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wireprint::test {

/// Version of Unicode that this ICU knows, as "15.0".
[[nodiscard]] std::string icu_unicode_version();

[[nodiscard]] std::string icu_normalize(std::string_view text);

/// The normalised tokens of text that is already normalised.
[[nodiscard]] std::vector<std::string> icu_tokens(const std::string& normalized);

}  // namespace wireprint::test
