#include "bad_records.hpp"

#include <charconv>
#include <string_view>

namespace wireprint::command {

Result<BadLimit> parse_bad_limit(const std::string& text) {
  std::string_view digits = text;
  BadLimit limit;
  limit.per_cent = digits.ends_with('%');
  if (limit.per_cent) digits.remove_suffix(1);
  const char* last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, limit.bound, std::chars_format::fixed);
  const bool number = error == std::errc() && end == last && limit.bound >= 0;
  if (!number || (limit.per_cent && limit.bound > 100)) {
    return fail(invalid("--max-bad", text, "a number of records, or per cent of them as in 2%"));
  }
  return limit;
}

bool too_many_bad(const RunCounts& counts, const BadLimit& limit) {
  if (counts.failed_inputs > 0) return true;
  const auto found = counts.statuses.find(Status::Error);
  const auto bad = static_cast<double>(counts.bad_references + (found == counts.statuses.end() ? 0 : found->second));
  const auto records = static_cast<double>(counts.records + counts.references);
  return limit.per_cent ? 100 * bad > limit.bound * records : bad > limit.bound;
}

}  // namespace wireprint::command
