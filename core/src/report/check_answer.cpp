#include "wireprint/report/check_answer.hpp"

#include <algorithm>
#include <utility>

namespace wireprint {
namespace {

Role turned(Role role) {
  if (role == Role::Trimmed) return Role::Extended;
  return role == Role::Extended ? Role::Trimmed : role;
}

}  // namespace

std::optional<Verdict> verdict_of(const CheckAnswer& answer) {
  if (answer.error || (answer.status != Status::Ok && answer.status != Status::Short)) return std::nullopt;
  Verdict most = Verdict::Different;
  for (const ArchivedMatch& match : answer.matches) most = std::min(most, match.match.verdict);
  return most;
}

Match turned(Match match) {
  std::swap(match.a, match.b);
  match.role = turned(match.role);
  std::swap(match.copied, match.kept);
  std::swap(match.containment_a_in_b, match.containment_b_in_a);
  std::swap(match.containment_all_a_in_b, match.containment_all_b_in_a);
  std::swap(match.words_a, match.words_b);
  std::swap(match.story_words_a, match.story_words_b);
  for (Passage& passage : match.passages) std::swap(passage.a, passage.b);
  std::sort(match.passages.begin(), match.passages.end(),
            [](const Passage& x, const Passage& y) { return std::pair(x.a.begin, x.b.begin) < std::pair(y.a.begin, y.b.begin); });
  return match;
}

}  // namespace wireprint
