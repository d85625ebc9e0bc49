// The line of an event. Pure; callable from any thread.
#pragma once

#include <string>

#include "wireprint/archive/records.hpp"

namespace wireprint {

/// wireprint.event/1, without its line feed. A seq of 0, of what changed nothing and is not kept, is written as null.
[[nodiscard]] std::string event_line(const Event& event);

}  // namespace wireprint
