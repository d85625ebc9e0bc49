#include "generate/desk.hpp"

namespace wireprint {
namespace {

using Points = QuantilePoint;

constexpr Points kWireWords[]{{0, 60}, {50, 270}, {250, 450}, {500, 610}, {750, 1000}, {900, 2300}, {950, 7400}, {990, 18'000}, {1000, 30'000}};
constexpr Points kPressWords[]{{0, 60}, {50, 320}, {250, 390}, {500, 455}, {750, 545}, {950, 800}, {990, 1150}, {1000, 9000}};
constexpr Points kShortWords[]{{0, 20}, {50, 50}, {250, 115}, {500, 195}, {750, 355}, {950, 830}, {990, 1400}, {1000, 5000}};
constexpr Points kBroadcastWords[]{{0, 20}, {50, 56}, {250, 185}, {500, 300}, {750, 465}, {950, 910}, {990, 1700}, {1000, 8000}};
constexpr Points kOpinionWords[]{{0, 300}, {50, 345}, {250, 530}, {500, 760}, {750, 1050}, {950, 1950}, {990, 3400}, {1000, 12'000}};

constexpr Points kWirePrints[]{{0, 1}, {796, 1}, {797, 2}, {940, 3}, {988, 6}, {998, 12}, {1000, 26}};
constexpr Points kPressPrints[]{{0, 1}, {947, 1}, {948, 2}, {994, 3}, {1000, 6}};
constexpr Points kArabicPrints[]{{0, 1}, {835, 1}, {836, 2}, {940, 3}, {986, 6}, {998, 12}, {1000, 34}};
constexpr Points kTwicePrints[]{{0, 1}, {380, 1}, {381, 2}, {998, 2}, {1000, 10}};
constexpr Points kOpinionPrints[]{{0, 1}, {996, 1}, {997, 2}, {1000, 3}};

constexpr std::int32_t k2017 = 17'167;
constexpr std::int32_t k2021 = 18'659;
constexpr std::int32_t k2015July = 16'637;
constexpr std::int32_t k2022 = 18'993;
constexpr std::int32_t k2012 = 15'340;

constexpr Desk kDesks[]{
    {.name = "wire-en", .language = "en", .script = Script::English, .date_form = DateForm::Long, .weight = 5673, .per_day = 6,
     .first_day = k2017, .outlets = 190, .words = kWireWords, .prints = kWirePrints, .copies = {420, 260, 120, 120, 80}, .phrases = 40,
     .phrase_first = 5, .phrase_octaves = 20, .boilerplate = 600, .boilerplate_lines = 8, .firms = 12, .templates = 60, .forms = 40, .live = 16, .live_words = 6000, .notices = 1, .quoting = 480,
     .late = 20, .undated = 5, .resent = 4, .noisy = 4},
    {.name = "press-de", .language = "de", .script = Script::German, .date_form = DateForm::Iso, .weight = 5998, .per_day = 80,
     .first_day = k2021 - 490, .quiet_days = 490, .outlets = 12, .words = kPressWords, .prints = kPressPrints, .copies = {350, 250, 200, 150, 50}, .phrases = 22,
     .phrase_first = 2, .phrase_octaves = 23, .boilerplate = 150, .boilerplate_lines = 2, .firms = 1, .templates = 25, .forms = 12, .live = 3, .live_words = 600, .quoting = 300, .late = 10, .undated = 5,
     .resent = 3, .noisy = 3},
    {.name = "short-ar", .language = "ar", .script = Script::Arabic, .date_form = DateForm::Iso, .weight = 15'042, .per_day = 2100,
     .first_day = k2015July, .outlets = 12, .words = kShortWords, .prints = kArabicPrints, .copies = {420, 330, 100, 90, 60}, .phrases = 24,
     .phrase_first = 8, .phrase_octaves = 22, .boilerplate = 120, .boilerplate_lines = 1, .firms = 1, .templates = 10, .forms = 30, .quoting = 30, .late = 4, .undated = 5,
     .resent = 3, .noisy = 3, .empty = 6},
    {.name = "broadcast-zh", .language = "zh", .script = Script::Chinese, .date_form = DateForm::Compact, .weight = 17'068, .per_day = 24,
     .first_day = k2022, .outlets = 2, .words = kBroadcastWords, .prints = kTwicePrints, .copies = {850, 60, 40, 20, 30}, .phrases = 60,
     .phrase_first = 4, .phrase_octaves = 14, .vocabulary = 11, .boilerplate = 250, .boilerplate_lines = 1, .firms = 1, .templates = 15, .forms = 10, .quoting = 650,
     .late = 2, .undated = 3, .resent = 2, .noisy = 2},
    {.name = "opinion-en", .language = "en", .script = Script::English, .date_form = DateForm::IsoDay, .weight = 12'803, .per_day = 11,
     .first_day = k2012, .outlets = 150, .words = kOpinionWords, .prints = kOpinionPrints, .copies = {400, 300, 150, 100, 50}, .phrases = 44,
     .phrase_first = 3, .phrase_octaves = 25,
     .boilerplate = 100, .boilerplate_lines = 2, .firms = 1, .templates = 6, .forms = 20, .quoting = 120, .late = 30, .undated = 4, .resent = 2,
     .noisy = 3},
    {.name = "agency-ru", .language = "ru", .script = Script::Russian, .date_form = DateForm::Iso, .weight = 600, .per_day = 60,
     .first_day = k2021, .outlets = 20, .words = kShortWords, .prints = kArabicPrints, .copies = {420, 330, 100, 90, 60}, .phrases = 24,
     .boilerplate = 150, .boilerplate_lines = 2, .firms = 1, .templates = 20, .forms = 10, .live = 4, .live_words = 400, .notices = 4, .quoting = 40, .late = 10,
     .undated = 5, .resent = 4, .noisy = 4},
};

}  // namespace

std::span<const Desk> all_desks() { return kDesks; }

}  // namespace wireprint
