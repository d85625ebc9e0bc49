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

void say_ways_out(const RunCounts& counts, const BadLimit& limit, Terminal& terminal) {
  if (counts.unreadable_dates > 0) terminal.say("--dry-run shows dates that could not be read; --published-field names another field");
  if (counts.failed_inputs == 0 && too_many_bad(counts, limit)) terminal.say("this ends with 4, for not all records could be read; --max-bad N, or P%, permits so many");
}

}  // namespace wireprint::command
