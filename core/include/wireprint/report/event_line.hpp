// The line of an event. Pure; callable from any thread.
#pragma once

#include <string>

#include "wireprint/cluster/event.hpp"

namespace wireprint {

/// wireprint.event/1, without its line feed.
[[nodiscard]] std::string event_line(const Event& event);

}  // namespace wireprint
