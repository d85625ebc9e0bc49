// Where a text quotes somebody.
#pragma once

#include <string_view>
#include <vector>

#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// The ranges of `text` between quotation marks, sorted and apart, without the marks. `text` may hold any bytes.
///
/// Marks are “…”, „…“, »…«, «…», "…", 「…」, 『…』, 〝…〞 and their kin; which way one of them faces is seen from the
/// mark that is open and from what stands on both sides. Single marks are never quotations: they are apostrophes too
/// often. No quotation goes past a line break, so that one never closed spoils one paragraph and no more; where
/// every paragraph of a long quotation opens anew, each is found by its own mark.
[[nodiscard]] std::vector<TextRange> find_quotations(std::string_view text);

}  // namespace wireprint
