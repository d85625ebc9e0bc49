#include "engine/night/checking.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

#include "engine/night/take_in.hpp"

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;
constexpr std::size_t kTriedBeyond = 15;  // candidates that were compared in vain before the search is given up

double share_of(const Match& match) { return std::max(match.copied.value(), match.kept.value()); }

// One that may share text with the query, and how many of its story samples.
struct Lead {
  DocId doc = kNoDoc;
  Day day = kUndated;
  std::uint32_t shared = 0;
};

class Checking {
 public:
  Checking(std::shared_ptr<const StoreView> view, const NightRules& rules, const CheckOptions& options, KeptTexts* kept)
      : rules_(rules), options_(options), executor_(1), night_(std::move(view), rules, executor_) {
    night_.proofs.keep_in(kept);
    night_.overlay.remember_samples();
  }

  CheckAnswer run(ReadArticle query) {
    CheckAnswer answer;
    answer.article = query.judged.article;
    answer.status = query.judged.status;
    answer.agency = query.judged.agency;
    if (!is_judged(answer.status)) return answer;
    std::vector<ReadArticle> alone;
    alone.push_back(std::move(query));
    query_ = add_articles(night_, std::move(alone)).front().doc;
    count_spread_alone(night_);
    const auto own = night_.overlay.key(answer.article.key.text);
    if (own) own_.insert(own->versions.begin(), own->versions.end());
    if (!night_.after.standing(query_).has_content) answer.status = Status::NoContent;
    if (answer.status != Status::NoContent) prove(answer);
    return answer;
  }

 private:
  void prove(CheckAnswer& answer) {
    std::vector<Match> proven;
    std::size_t in_vain = 0;
    for (const Lead& lead : leads()) {
      if (answer.matches.size() >= options_.top || in_vain > kTriedBeyond) break;
      if (!is_worth(lead)) continue;
      if (rules_.by_text && !night_.proofs.share_enough(lead.doc, query_)) {
        ++in_vain;
        continue;
      }
      const auto estimated = rules_.by_text ? std::nullopt : std::optional(estimate(lead.doc));
      Match match = estimated ? estimated->match : compare(lead.doc);
      const bool says = match.verdict != Verdict::Different && share_of(match) >= options_.min;
      in_vain += match.verdict == Verdict::Copy ? 0 : 1;
      if (says) answer.matches.push_back(describe(lead.doc, match));
      if (says && estimated) answer.matches.back().copied_estimate = estimated->copied, answer.matches.back().kept_estimate = estimated->kept;
      proven.push_back(std::move(match));
    }
    std::ranges::stable_sort(answer.matches, [&](const ArchivedMatch& x, const ArchivedMatch& y) { return order_of(x) < order_of(y); });
    answer.known_share = known_share(proven);
    name_cluster(answer);
    count_others(answer);
  }

  // Those that were proven tell of the rest: a cluster is one story.
  void count_others(CheckAnswer& answer) {
    std::set<std::string_view> counted;
    for (const ArchivedMatch& match : answer.matches) {
      if (match.match.verdict != Verdict::Copy || match.cluster.empty() || !counted.insert(match.cluster).second) continue;
      const ClusterRecord& row = cluster(night_.overlay.cluster_number(match.cluster));
      const auto listed = std::ranges::count(answer.matches, match.cluster, &ArchivedMatch::cluster);
      const auto passed_over = std::ranges::count_if(row.members, [&](const MemberRecord& member) { return own_.contains(member.doc) || member.doc >= options_.before; });
      const auto others = static_cast<std::ptrdiff_t>(row.members.size()) - listed - passed_over;
      if (others > 0) answer.others.push_back({match.cluster, static_cast<std::uint64_t>(others)});
    }
  }

  [[nodiscard]] std::tuple<Verdict, double, double, bool, std::int64_t, std::string_view> order_of(const ArchivedMatch& x) const {
    return {x.match.verdict, -share_of(x.match), -x.match.copied.value(), !x.article.published.known(), x.article.published.seconds, x.article.key.text};
  }

  // The archived article is a, whatever the dates.
  [[nodiscard]] Match compare(DocId doc) {
    if (night_.documents.earlier(doc, query_)) return night_.proofs.compare(doc, query_);
    return turned(night_.proofs.compare(query_, doc));
  }

  [[nodiscard]] EstimatedMatch estimate(DocId doc) {
    if (night_.documents.earlier(doc, query_)) return night_.proofs.estimate(doc, query_);
    EstimatedMatch estimated = night_.proofs.estimate(query_, doc);
    estimated.match = turned(std::move(estimated.match));
    std::swap(estimated.copied, estimated.kept);
    return estimated;
  }

  // Those with the most in common first, of equals the earliest.
  [[nodiscard]] std::vector<Lead> leads() {
    for (const std::uint64_t shingle : night_.documents.print(query_).samples) count_holders(shingle);
    add_identical();
    add_mates();
    std::vector<Lead> found;
    for (const auto& [doc, lead] : leads_) found.push_back(lead);
    std::ranges::sort(found, {}, [](const Lead& lead) { return std::tuple(~lead.shared, lead.day, lead.doc); });
    return found;
  }

  void count_holders(std::uint64_t shingle) {
    const Day own = night_.documents.day(query_);
    const Day crossing = night_.overlay.crossing(shingle);
    const Day last = crossing == kNever ? kUndated : crossing - kLookAheadDays - 1;
    if (own != kUndated && own > last) return;
    bool is_known = false;
    for (const Posting& posting : night_.overlay.postings(PostingKind::Sample, shingle, {})) {
      if (posting.day > last && posting.day != kUndated) continue;
      add(posting, 1);
      is_known = is_known || !own_.contains(posting.doc);
    }
    ++known_samples_.whole;
    known_samples_.part += is_known ? 1U : 0U;
  }

  void add(const Posting& posting, std::uint32_t shared) {
    if (own_.contains(posting.doc) || posting.doc >= options_.before) return;
    auto& lead = leads_[posting.doc];
    lead.doc = posting.doc;
    lead.day = posting.day;
    lead.shared += shared;
  }

  // What recurs for weeks has no story sample in common: only the text as a whole, or its sketch, leads to it.
  void add_identical() {
    const DocRecord& own = night_.documents.record(query_);
    auto list = night_.overlay.postings(PostingKind::Text, own.exact.low, {});
    std::ranges::sort(list, {}, [](const Posting& posting) { return std::pair(posting.day, posting.doc); });
    list.resize(std::min(list.size(), options_.top + own_.size()));
    for (const Posting& posting : list) add(posting, static_cast<std::uint32_t>(night_.documents.print(query_).samples.size()));
  }

  // Of texts with a like sketch as many as can be compared before the search ends, the earliest.
  void add_mates() {
    const Fingerprint& own = night_.documents.print(query_);
    const auto shared = static_cast<std::uint32_t>(own.samples.size()) / 2 + 1;
    const std::size_t most = options_.min > 0 ? std::numeric_limits<std::size_t>::max() : options_.top + kTriedBeyond + 1;
    std::size_t found = 0;
    for (const auto& [day, mate] : mates()) {
      if (found == most) return;
      if (leads_.contains(mate) || !worth_comparing(night_.documents.print(mate).minhash, own.minhash)) continue;
      add({mate, day}, shared);
      ++found;
    }
  }

  [[nodiscard]] std::set<std::pair<Day, DocId>> mates() {
    std::set<std::pair<Day, DocId>> found;
    for (const std::uint64_t band : night_.documents.bands(query_)) {
      for (const auto& mates : {night_.after.mates_before(query_, band), night_.after.mates_after(query_, band)}) {
        for (const DocId mate : mates) found.emplace(night_.documents.day(mate), mate);
      }
    }
    return found;
  }

  [[nodiscard]] bool is_worth(const Lead& lead) {
    const std::uint32_t own = night_.documents.record(query_).words;
    const auto shorter = static_cast<std::uint32_t>(rules_.passage.short_words);
    const std::uint32_t other = lead.shared > 1 || own < shorter ? own : night_.documents.record(lead.doc).words;  // read only where it decides
    return is_enough(rules_.passage, lead.shared, own, other);
  }

  [[nodiscard]] ArchivedMatch describe(DocId doc, const Match& match) {
    const DocRecord& record = night_.documents.record(doc);
    ArchivedMatch described;
    described.article = rules_.by_text ? night_.proofs.text(doc)->article : Article{};
    described.article.key = record.key;
    described.article.outlet = record.outlet;
    described.article.published = record.published;  // with the outlet's precision
    described.version = record.version;
    described.cluster = cluster(night_.before.standing(doc).cluster).id;
    described.match = match;
    return described;
  }

  // Each is read once: a large one takes as long as a comparison.
  [[nodiscard]] const ClusterRecord& cluster(ClusterNumber number) {
    const auto found = clusters_.find(number);
    if (found != clusters_.end()) return found->second;
    return clusters_.emplace(number, night_.overlay.cluster(number).value_or(ClusterRecord{})).first->second;
  }

  // Of the query's story words as of its own date, those that stand in any of the others.
  [[nodiscard]] std::optional<Share> known_share(const std::vector<Match>& proven) {
    if (!rules_.by_text) return known_samples_.whole > 0 ? std::optional(known_samples_) : std::nullopt;
    const auto owned = night_.proofs.text(query_);
    const PreparedText& text = owned->text;
    const auto date = night_.documents.date(query_);
    const StoryMask story = story_of(text, furniture_horizon(date, date));
    if (story.count == 0) return std::nullopt;
    std::vector<bool> known(text.tokens.size(), false);
    for (const Match& match : proven) {
      for (const Passage& passage : match.passages) mark(text, passage.b, known);
    }
    Share share{0, story.count};
    for (std::size_t i = 0; i < known.size(); ++i) share.part += known[i] && story.words[i] != 0 ? 1U : 0U;
    return share;
  }

  static void mark(const PreparedText& text, const TextRange& range, std::vector<bool>& known) {
    const auto& ranges = text.tokens.ranges;
    auto token = std::ranges::lower_bound(ranges, range.begin, {}, &TextRange::begin);
    for (; token != ranges.end() && token->end <= range.end; ++token) known[static_cast<std::size_t>(token - ranges.begin())] = true;
  }

  // That of the article itself where it is in the archive; else of the best copy that stands in one.
  void name_cluster(CheckAnswer& answer) {
    ClusterNumber number = night_.before.standing(query_).cluster;
    for (const ArchivedMatch& match : answer.matches) {
      if (number == 0 && match.match.verdict == Verdict::Copy) number = night_.overlay.cluster_number(match.cluster);
    }
    if (number == 0) return;
    const ClusterRecord& row = cluster(number);
    answer.cluster = row.id;
    answer.original = night_.documents.record(row.original).key;
  }

  const NightRules& rules_;
  const CheckOptions& options_;
  Executor executor_;
  Night night_;
  DocId query_ = kNoDoc;
  std::set<DocId> own_;  // versions under the query's key
  std::unordered_map<DocId, Lead> leads_;
  std::unordered_map<ClusterNumber, ClusterRecord> clusters_;
  Share known_samples_;  // of the query's story samples, those that any other article holds
};

}  // namespace

CheckAnswer check_article(std::shared_ptr<const StoreView> view, const NightRules& rules, ReadArticle query, const CheckOptions& options,
                          KeptTexts* kept) {
  return Checking(std::move(view), rules, options, kept).run(std::move(query));
}

}  // namespace wireprint
