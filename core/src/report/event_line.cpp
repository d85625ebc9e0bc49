#include "wireprint/report/event_line.hpp"

#include "report/json_line.hpp"

namespace wireprint {
namespace {

const Key* pointer_to(const std::optional<Key>& key) { return key ? &*key : nullptr; }

}  // namespace

std::string event_line(const Event& event) {
  JsonLine line;
  line.text("schema", "wireprint.event/1");
  line.number("seq", event.seq == 0 ? std::nullopt : std::optional<std::int64_t>(event.seq));
  line.text("event", name_of(event.kind));
  line.key("key", pointer_to(event.key));
  line.text("cluster", event.cluster);
  line.begin_array("from");
  for (const std::string& cluster : event.from) line.element(cluster);
  line.end_array();
  line.key("original", pointer_to(event.original));
  line.text("role", event.role ? name_of(*event.role) : std::string_view());
  return line.finish();
}

}  // namespace wireprint
