#include <algorithm>
#include <map>
#include <unordered_map>

#include "cluster/union_find.hpp"
#include "engine/night/night.hpp"

namespace wireprint {
namespace {

// The earliest of each text first, then the groups of nearly identical ones, as cluster/leaders.hpp has it: texts whose
// answer may have changed are asked in the order of time, and a changed answer makes those that meet the text ask again.
class Grouping {
 public:
  explicit Grouping(Night& night) : night_(night) {}

  void run() {
    change_first_texts();
    std::set<DocId> queue = first_to_ask();
    while (!queue.empty()) queue = ask_all(queue);
    for (const DocId doc : leaders_changed_) lead_identical(doc);
    night_.regrouped = std::move(touched_);
    std::erase_if(night_.regrouped, [&](DocId doc) { return is_as_before(doc); });
  }

 private:
  void put(DocId doc, DocId identical, DocId leader) {
    Standing row = night_.after.standing(doc);
    row.identical = identical;
    row.leader = leader;
    night_.overlay.put_standing(doc, row);
    touched_.insert(doc);
  }

  // Which text of equal ones is sketched.
  void change_first_texts() {
    std::set<Hash128> texts;
    for (const DocId doc : candidates()) {
      if (night_.before.takes_part(doc) == night_.after.takes_part(doc)) continue;
      texts.insert(night_.documents.record(doc).exact);
      const DocId own = night_.after.standing(doc).current ? doc : kNoDoc;
      put(doc, own, own);
    }
    for (const Hash128& text : texts) set_first(text);
  }

  [[nodiscard]] std::set<DocId> candidates() const {
    std::set<DocId> docs = night_.entered;
    for (const auto& [doc, days] : night_.stale.all()) docs.insert(doc);
    return docs;
  }

  void set_first(const Hash128& text) {
    const DocId old = night_.before.first_of(text);
    const DocId now = night_.after.first_of(text);
    if (old != now) {
      if (old != kNoDoc) sketches_changed_.insert(old);
      if (now != kNoDoc) sketches_changed_.insert(now);
    }
    if (now == kNoDoc) return;
    leaders_changed_.insert(now);
    for (const DocId doc : night_.after.all_of(text)) {
      if (night_.after.standing(doc).identical != now || doc == now) put(doc, now, doc == now && old == now ? night_.after.standing(doc).leader : doc);
    }
  }

  // Texts after `doc` that meet it.
  [[nodiscard]] std::vector<DocId> those_meeting(DocId doc) {
    std::vector<DocId> found;
    for (const std::uint64_t band : night_.documents.bands(doc)) {
      const auto mates = night_.after.mates_after(doc, band);
      found.insert(found.end(), mates.begin(), mates.end());
    }
    return found;
  }

  // Calls `find(doc)` for all of them on several threads, and gives what it found, each once.
  template <class Find>
  [[nodiscard]] std::set<DocId> found_by_all(const std::vector<DocId>& docs, const Find& find) {
    std::vector<std::vector<DocId>> found(docs.size());
    night_.executor.for_each(docs.size(), [&](std::size_t i) { found[i] = find(docs[i]); });
    std::set<DocId> all;
    for (const auto& some : found) all.insert(some.begin(), some.end());
    return all;
  }

  [[nodiscard]] std::set<DocId> first_to_ask() {
    std::set<DocId> queue = found_by_all({sketches_changed_.begin(), sketches_changed_.end()}, [&](DocId doc) { return those_meeting(doc); });
    queue.insert(sketches_changed_.begin(), sketches_changed_.end());
    std::vector<DocId> stale;
    for (const auto& [doc, days] : night_.stale.all()) stale.push_back(doc);
    queue.merge(found_by_all(stale, [&](DocId doc) { return asked_by_stale(doc); }));
    return queue;
  }

  // A text that is stale may be told apart from its leader, and so may those that were asked about it.
  [[nodiscard]] std::vector<DocId> asked_by_stale(DocId doc) {
    std::vector<DocId> found;
    const Day own = night_.documents.day(doc);
    if (night_.after.is_sketched(doc) && (own == kUndated || night_.stale.all().at(doc).contains(own))) found.push_back(doc);
    if (!night_.before.leads(doc)) return found;
    std::vector<DocId> group{doc};
    for (const CopyRecord& copy : night_.before.view().copies(doc)) {
      if (night_.before.is_sketched(copy.b) && night_.before.standing(copy.b).leader == doc) group.push_back(copy.b);
    }
    for (const DocId member : group) {
      const auto mates = those_meeting(member);
      std::ranges::copy_if(mates, std::back_inserter(found), [&](DocId mate) { return night_.is_stale(doc, mate); });
    }
    return found;
  }

  /// A text that is asked, and those before it whose leaders it is asked about.
  struct Question {
    DocId doc = kNoDoc;
    std::vector<DocId> mates;
    DocId leader = kNoDoc;  ///< the answer
  };
  using Questions = std::vector<Question>;

  // Asks them in the order of time, and gives those that have to be asked after that: texts meeting one whose leader changed, but for
  // those that came behind it here.
  [[nodiscard]] std::set<DocId> ask_all(const std::set<DocId>& docs) {
    auto bundles = bundles_of(docs);
    night_.executor.for_each(bundles.size(), [&](std::size_t i) { answer(bundles[i]); });
    std::vector<DocId> changed;
    for (const Questions& bundle : bundles) {
      for (const Question& question : bundle) {
        night_.asked.insert(question.doc);
        if (question.leader == night_.after.standing(question.doc).leader) continue;
        put(question.doc, question.doc, question.leader);
        leaders_changed_.insert(question.doc);
        changed.push_back(question.doc);
      }
    }
    auto next = found_by_all(changed, [&](DocId doc) { return those_meeting(doc); });
    std::erase_if(next, [&](DocId doc) { return docs.contains(doc); });
    return next;
  }

  // Texts that meet have to be asked one after the other; all others can be at once.
  [[nodiscard]] std::vector<Questions> bundles_of(const std::set<DocId>& docs) {
    Questions questions;
    for (const DocId doc : docs) {
      if (night_.after.is_sketched(doc)) questions.push_back({doc, {}, kNoDoc});
    }
    night_.executor.for_each(questions.size(), [&](std::size_t i) { questions[i].mates = mates_of(questions[i].doc); });
    std::unordered_map<DocId, ArticleId> places;
    const auto place_of = [&](DocId doc) { return places.emplace(doc, static_cast<ArticleId>(places.size())).first->second; };
    for (const Question& question : questions) {
      static_cast<void>(place_of(question.doc));
      for (const DocId mate : question.mates) static_cast<void>(place_of(mate));
    }
    UnionFind meeting(places.size());
    for (const Question& question : questions) {
      for (const DocId mate : question.mates) meeting.merge(places.at(question.doc), places.at(mate));
    }
    std::map<ArticleId, Questions> by_root;
    for (Question& question : questions) by_root[meeting.find(places.at(question.doc))].push_back(std::move(question));
    std::vector<Questions> bundles;
    for (auto& [root, bundle] : by_root) bundles.push_back(std::move(bundle));
    return bundles;
  }

  [[nodiscard]] std::vector<DocId> mates_of(DocId doc) {
    std::vector<DocId> found;
    for (const std::uint64_t band : night_.documents.bands(doc)) {
      const auto mates = night_.after.mates_before(doc, band);
      found.insert(found.end(), mates.begin(), mates.end());
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  void answer(Questions& bundle) {
    std::ranges::sort(bundle, [&](const Question& a, const Question& b) { return night_.documents.earlier(a.doc, b.doc); });
    std::unordered_map<DocId, DocId> leaders;  // of those that were asked
    for (Question& question : bundle) {
      std::vector<DocId> met;
      for (const DocId mate : question.mates) {
        const auto asked = leaders.find(mate);
        met.push_back(asked != leaders.end() ? asked->second : night_.after.standing(mate).leader);
      }
      night_.documents.sort_by_time(met);
      leaders[question.doc] = question.leader = leader_of(question.doc, met);
    }
  }

  [[nodiscard]] DocId leader_of(DocId doc, const std::vector<DocId>& met) {
    const bool was_sketched = night_.before.is_sketched(doc);
    const DocId old = was_sketched ? night_.before.standing(doc).leader : kNoDoc;
    const auto met_before = was_sketched ? night_.before.leaders_met(doc) : std::vector<DocId>{};
    for (const DocId leader : met) {
      const bool was_asked = std::ranges::find(met_before, leader) != met_before.end() && !night_.is_stale(leader, doc);
      if (was_asked && leader == old) return leader;
      if (was_asked && (old == doc || night_.documents.earlier(leader, old))) continue;
      if (nearly_identical(leader, doc)) return leader;
    }
    return doc;
  }

  [[nodiscard]] bool nearly_identical(DocId leader, DocId doc) {
    if (!worth_comparing(night_.documents.print(leader).minhash, night_.documents.print(doc).minhash)) return false;
    return night_.proofs.nearly_identical(leader, doc);
  }

  void lead_identical(DocId first) {
    if (!night_.after.is_sketched(first)) return;
    const DocId leader = night_.after.standing(first).leader;
    for (const DocId doc : night_.after.all_of(night_.documents.record(first).exact)) {
      if (night_.after.standing(doc).leader != leader) put(doc, first, leader);
    }
  }

  [[nodiscard]] bool is_as_before(DocId doc) const {
    const Standing old = night_.before.standing(doc);
    const Standing now = night_.after.standing(doc);
    return old.current == now.current && old.has_content == now.has_content && old.identical == now.identical && old.leader == now.leader;
  }

  Night& night_;
  std::set<DocId> sketches_changed_;
  std::set<DocId> leaders_changed_;  // firsts of their texts
  std::set<DocId> touched_;
};

}  // namespace

void find_groups(Night& night) { Grouping(night).run(); }

}  // namespace wireprint
