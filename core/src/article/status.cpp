#include "wireprint/article/status.hpp"

#include <cassert>

namespace wireprint {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::Ok: return "ok";
    case Status::Short: return "short";
    case Status::Empty: return "empty";
    case Status::NoContent: return "no_content";
    case Status::Superseded: return "superseded";
    case Status::Error: return "error";
  }
  assert(false && "a status outside its enumeration");
  return {};
}

}  // namespace wireprint
