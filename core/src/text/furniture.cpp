#include "wireprint/text/furniture.hpp"

#include <algorithm>
#include <array>

#include "text/agency.hpp"
#include "text/furniture_rules.hpp"
#include "text/paragraphs.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kFirstParagraphs = 4;  // editor's note, byline and agency line may precede the story
constexpr std::size_t kLastParagraphs = 6;   // credit, copyright, two promos, a stray mark
constexpr std::size_t kShort = 300;          // bytes; a longer paragraph is not furniture as a whole
constexpr std::size_t kStartWindow = 400;    // bytes looked at for a dateline or a caption
constexpr std::size_t kEndWindow = 320;      // bytes looked at for a credit
constexpr int kLayers = 3;                   // byline and dateline on one line; credit, copyright and mark in one

class Marker {
 public:
  explicit Marker(std::string_view body) : body_(body) {}

  void look_at(std::string_view paragraph, bool among_first, bool among_last) {
    if (paragraph.size() <= kShort && take_whole(paragraph, among_first, among_last)) return;
    for (const auto& hit : furniture_inside(paragraph)) add(hit.taken, *hit.rule);
    if (among_first) paragraph = take_starts(paragraph);
    if (among_last) take_ends(paragraph);
  }

  std::vector<FurnitureSpan> spans() && {
    // The longer of two that begin together is kept, then whatever begins after its end.
    std::ranges::sort(spans_, [](const auto& a, const auto& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    std::uint32_t end = 0;
    std::erase_if(spans_, [&](const FurnitureSpan& span) {
      if (span.range.begin < end) return true;
      end = span.range.end;
      return false;
    });
    return std::move(spans_);
  }

 private:
  bool take_whole(std::string_view paragraph, bool among_first, bool among_last) {
    const int places = kAnyWhole | (among_first ? kHeadWhole : 0) | (among_last ? kTailWhole : 0);
    const auto* rule = rule_for_whole(paragraph, static_cast<std::uint8_t>(places));
    if (rule != nullptr) add(paragraph, *rule);
    return rule != nullptr;
  }

  // What is left is returned.
  std::string_view take_starts(std::string_view text) {
    for (int layer = 0; layer < kLayers && !text.empty(); ++layer) {
      const auto hit = furniture_at_start(text.substr(0, kStartWindow));
      if (!hit) break;
      add(hit->taken, *hit->rule);
      text = trimmed(text.substr(static_cast<std::size_t>(hit->taken.end() - text.begin())));
    }
    return text;
  }

  void take_ends(std::string_view text) {
    for (int layer = 0; layer < kLayers && !text.empty(); ++layer) {
      const auto hit = furniture_at_end(tail_of(text, kEndWindow));
      if (!hit) break;
      add(hit->taken, *hit->rule);
      text = trimmed(text.substr(0, static_cast<std::size_t>(hit->taken.begin() - text.begin())));
    }
  }

  void add(std::string_view taken, const FurnitureRule& rule) {
    const auto begin = static_cast<std::uint32_t>(taken.data() - body_.data());
    spans_.push_back({{begin, begin + static_cast<std::uint32_t>(taken.size())}, rule.kind, rule.name});
  }

  std::string_view body_;
  std::vector<FurnitureSpan> spans_;
};

std::vector<FurnitureSpan> spans_in(std::string_view body) {
  Marker marker(body);
  const auto paragraphs = paragraphs_of(body);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    marker.look_at(paragraphs[i], i < kFirstParagraphs, i + kLastParagraphs >= paragraphs.size());
  }
  return std::move(marker).spans();
}

std::string_view agency_in_spans(std::string_view body, const std::vector<FurnitureSpan>& spans) {
  // A dateline is the agency's own mark; a byline may name a reporter's former house.
  constexpr std::array kByWeight = {FurnitureKind::Dateline, FurnitureKind::AgencyCredit, FurnitureKind::Byline,
                                    FurnitureKind::Copyright};
  for (const auto kind : kByWeight) {
    const bool is_credit = kind == FurnitureKind::Dateline || kind == FurnitureKind::AgencyCredit;
    for (const auto& span : spans) {
      if (span.kind != kind) continue;
      const auto text = body.substr(span.range.begin, span.range.end - span.range.begin);
      if (const auto agency = agency_in(text, is_credit ? Proof::Code : Proof::Name); !agency.empty()) return agency;
    }
  }
  return {};
}

std::string_view credited_agency(const Article& article, const std::vector<FurnitureSpan>& spans) {
  if (const auto agency = agency_in_spans(article.body, spans); !agency.empty()) return agency;
  for (const auto* field : {&article.byline, &article.author, &article.copyright, &article.outlet}) {
    if (const auto agency = agency_in(*field, Proof::Name); !agency.empty()) return agency;
  }
  return {};
}

}  // namespace

std::string_view name_of(FurnitureKind kind) {
  constexpr std::array<std::string_view, 11> kNames = {"story", "byline",     "dateline",  "agency_credit", "promo",
                                                       "related_links", "newsletter", "copyright", "caption", "stray", "recurring"};
  return kNames[static_cast<std::size_t>(kind)];
}

Furniture find_furniture(const Article& article) {
  Furniture furniture;
  furniture.spans = spans_in(article.body);
  furniture.agency = credited_agency(article, furniture.spans);
  furniture.agency_own = !agency_in(article.outlet, Proof::Name).empty();
  return furniture;
}

void mark_furniture(const Furniture& furniture, TokenStream& tokens) {
  auto span = furniture.spans.begin();
  for (std::size_t i = 0; i < tokens.size() && span != furniture.spans.end(); ++i) {
    while (span != furniture.spans.end() && span->range.end <= tokens.ranges[i].begin) ++span;
    if (span == furniture.spans.end()) break;
    const bool inside = span->range.begin <= tokens.ranges[i].begin && tokens.ranges[i].end <= span->range.end;
    if (inside) tokens.kinds[i] = span->kind;
  }
}

}  // namespace wireprint
