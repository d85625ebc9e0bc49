// Invented news with all that makes clusters change as a set grows: stories printed whole, cut, extended and again weeks
// later, boilerplate that comes to recur, templates, notices, versions, undated articles.
#pragma once

#include <string>
#include <vector>

#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint::test {

class RandomNewsroom {
 public:
  explicit RandomNewsroom(std::uint64_t seed) : random_(seed) {}

  /// `count` articles over sixty days, the time going on from one to the next; `k` numbers their keys.
  std::vector<Record> articles(int count) {
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) records.push_back(article(i, kFirst + 60 * i / count));
    return records;
  }

 private:
  static constexpr Day kFirst = 19'700;

  bool one_in(std::uint32_t n) { return random_.below(n) == 0; }

  Record article(int i, Day day) {
    Record record;
    record.key = one_in(12) && i > 10 ? "k" + std::to_string(random_.below(static_cast<std::uint32_t>(i))) : "k" + std::to_string(i);
    record.outlet = one_in(10) ? "dpa" : "Outlet " + std::to_string(random_.below(4));
    if (!one_in(9)) record.published = time_on(day - static_cast<Day>(one_in(6) ? random_.below(30) : random_.below(2)));
    record.updated = time_on(day) + ":" + (i % 60 < 10 ? "0" : "") + std::to_string(i % 60);  // tells which version is the newest
    switch (random_.below(8)) {
      case 0: return template_page(std::move(record), i);
      case 1: return notice(std::move(record));
      case 2: return digest(std::move(record), day);
      default: return print_of_story(std::move(record), day);
    }
  }

  std::string time_on(Day day) {
    if (one_in(2)) return iso_day(day) + "T00:00";
    return iso_day(day) + "T1" + std::to_string(random_.below(9)) + ":" + (one_in(2) ? "15" : "30");
  }

  // A few stories run at a time, and some come back.
  std::uint64_t running_story(Day day) { return one_in(5) ? random_.below(12) : static_cast<std::uint64_t>(day - kFirst) / 6 + random_.below(3); }

  Record print_of_story(Record record, Day day) {
    const auto which = running_story(day);
    const int words = 50 + 50 * static_cast<int>(random_.below(4));
    record.headline = story(which, 6);
    record.body = story(which, words);
    if (one_in(4)) record.body = story(1000 + random_.below(40), 30) + record.body;  // a top of its own
    if (one_in(4)) record.body += "\n" + story(2000 + random_.below(30), 25);
    if (one_in(3)) record.body += "\n" + story(77, 40);                               // about us
    if (one_in(5)) record.body = "Read more about it here today on our own pages\n" + record.body;
    if (one_in(6)) record.body += "\nPublished with thanks " + std::to_string(random_.below(100));
    return record;
  }

  Record template_page(Record record, int i) {
    record.headline = "Prices at the close of the harbour exchange";
    for (std::uint64_t line = 0; line < 9; ++line) record.body += story(200 + line, 7) + std::to_string(1000 + 37 * i * static_cast<int>(line + 1)) + " ";
    return record;
  }

  Record notice(Record record) {
    const auto which = random_.below(3);
    record.headline = "Notice " + std::to_string(which);
    record.body = story(300 + which, 20 + 30 * static_cast<int>(which));
    if (one_in(3)) record.body += " " + std::to_string(random_.below(50));
    return record;
  }

  Record digest(Record record, Day day) {
    record.headline = "The day in brief";
    for (int item = 0; item < 3; ++item) record.body += story(running_story(day), 45) + "\n";
    return record;
  }

  Random random_;
};

}  // namespace wireprint::test
