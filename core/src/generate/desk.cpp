#include "generate/desk.hpp"

namespace wireprint {
namespace {

using Points = QuantilePoint;

constexpr Points kWireWords[]{{0, 60}, {50, 270}, {250, 450}, {500, 570}, {750, 930}, {900, 2100}, {950, 6900}, {990, 18'000}, {1000, 30'000}};
constexpr Points kPressWords[]{{0, 60}, {50, 320}, {250, 390}, {500, 435}, {750, 515}, {950, 750}, {990, 1150}, {1000, 9000}};
constexpr Points kShortWords[]{{0, 20}, {50, 50}, {250, 115}, {500, 190}, {750, 345}, {950, 800}, {990, 1350}, {1000, 5000}};
constexpr Points kBroadcastWords[]{{0, 20}, {50, 56}, {250, 185}, {500, 280}, {750, 430}, {950, 850}, {990, 1600}, {1000, 8000}};
constexpr Points kOpinionWords[]{{0, 300}, {50, 345}, {250, 530}, {500, 730}, {750, 1000}, {950, 1800}, {990, 3400}, {1000, 12'000}};

constexpr Points kWirePrints[]{{0, 1}, {796, 1}, {797, 2}, {945, 3}, {989, 5}, {998, 11}, {1000, 30}};
constexpr Points kPressPrints[]{{0, 1}, {947, 1}, {948, 2}, {994, 3}, {1000, 4}};
constexpr Points kArabicPrints[]{{0, 1}, {852, 1}, {853, 2}, {928, 3}, {987, 6}, {997, 12}, {1000, 34}};
constexpr Points kTwicePrints[]{{0, 1}, {380, 1}, {381, 2}, {999, 2}, {1000, 9}};
constexpr Points kOpinionPrints[]{{0, 1}, {995, 1}, {996, 2}, {1000, 2}};

// Of a form at a time: a seller of market reports sends a hundred in a night.
constexpr Points kWirePages[]{{0, 1}, {900, 1}, {970, 3}, {992, 10}, {1000, 180}};
constexpr Points kArabicPages[]{{0, 1}, {950, 1}, {980, 4}, {1000, 60}};

// Seconds after the original. An Arabic outlet often follows a day later, and a wire's releases come back for weeks.
constexpr Points kSoon[]{{0, 60}, {300, 1800}, {600, 10'800}, {850, 43'200}, {1000, 172'800}};
constexpr Points kNextDay[]{{0, 60}, {250, 1200}, {500, 21'600}, {750, 75'600}, {900, 115'200}, {970, 306'000}, {1000, 450'000}};
constexpr Points kForWeeks[]{{0, 60}, {100, 3000}, {250, 11'000}, {500, 82'800}, {750, 103'000}, {850, 300'000}, {920, 604'800}, {1000, 3'500'000}};

constexpr std::int32_t k2017 = 17'167;
constexpr std::int32_t k2021 = 18'659;
constexpr std::int32_t k2015July = 16'637;
constexpr std::int32_t k2022 = 18'993;
constexpr std::int32_t k2012 = 15'340;

constexpr Desk kDesks[]{
    {.name = "wire-en", .language = "en", .script = Script::English, .date_form = DateForm::Long, .weight = 5673, .per_day = 6,
     .first_day = k2017, .wire_days = 90, .outlets = 190, .words = kWireWords, .prints = kWirePrints, .lag = kForWeeks, .copies = {420, 260, 120, 120, 80},
     .phrases = 28, .phrase_first = 5, .phrase_octaves = 21, .boilerplate = 600, .boilerplate_lines = 8, .firms = 8, .copyrights = 120, .templates = 45,
     .forms = 90, .pages = kWirePages, .live = 16, .live_words = 6000, .notices = 1, .quoting = 840, .late = 20, .undated = 5, .resent = 4, .noisy = 4},
    {.name = "press-de", .language = "de", .script = Script::German, .date_form = DateForm::Iso, .weight = 5998, .per_day = 62,
     .first_day = k2021, .busy_days = 84, .quiet_days = 490, .outlets = 12, .words = kPressWords, .prints = kPressPrints, .lag = kSoon,
     .copies = {350, 250, 200, 150, 50}, .phrases = 17, .phrase_first = 1, .phrase_octaves = 23, .boilerplate = 360, .boilerplate_lines = 1,
     .firms = 0, .firm_octaves = 2, .copyrights = 1000, .templates = 25, .forms = 12, .live = 1, .live_words = 600, .quoting = 300, .late = 10,
     .undated = 5, .noisy = 3},
    {.name = "short-ar", .language = "ar", .script = Script::Arabic, .date_form = DateForm::Iso, .weight = 15'042, .per_day = 2100,
     .first_day = k2015July, .wire_days = 0, .outlets = 12, .words = kShortWords, .prints = kArabicPrints, .lag = kNextDay,
     .copies = {310, 370, 130, 110, 80}, .phrases = 13, .phrase_first = 2, .phrase_octaves = 22, .phrase_words = 5, .phrase_more = 4,
     .boilerplate = 68, .boilerplate_lines = 1, .firms = 0, .firm_octaves = 4, .copyrights = 700, .templates = 14, .forms = 30, .pages = kArabicPages,
     .quoting = 30, .late = 4, .undated = 5, .resent = 3, .noisy = 3, .empty = 6},
    {.name = "broadcast-zh", .language = "zh", .script = Script::Chinese, .date_form = DateForm::Compact, .weight = 17'068, .per_day = 24,
     .first_day = k2022, .outlets = 2, .words = kBroadcastWords, .prints = kTwicePrints, .lag = kSoon, .copies = {850, 60, 40, 20, 30}, .phrases = 77,
     .phrase_first = 6, .phrase_octaves = 15, .vocabulary = 11, .boilerplate = 175, .boilerplate_lines = 1, .copyrights = 450, .templates = 12,
     .forms = 10, .quoting = 650, .late = 2, .undated = 3, .resent = 2, .noisy = 2},
    {.name = "opinion-en", .language = "en", .script = Script::English, .date_form = DateForm::IsoDay, .weight = 12'803, .per_day = 11,
     .first_day = k2012, .outlets = 150, .words = kOpinionWords, .prints = kOpinionPrints, .lag = kSoon, .copies = {400, 300, 150, 100, 50}, .phrases = 130,
     .phrase_first = 19, .phrase_octaves = 21, .phrase_words = 5, .phrase_more = 3, .boilerplate = 640, .boilerplate_lines = 3, .firms = 0,
     .firm_octaves = 12, .templates = 6, .forms = 20, .quoting = 120, .late = 30, .undated = 4, .resent = 2, .noisy = 3},
    {.name = "agency-ru", .language = "ru", .script = Script::Russian, .date_form = DateForm::Iso, .weight = 600, .per_day = 60,
     .first_day = k2021, .outlets = 20, .words = kShortWords, .prints = kArabicPrints, .lag = kSoon, .copies = {420, 330, 100, 90, 60}, .phrases = 24,
     .boilerplate = 150, .boilerplate_lines = 2, .templates = 20, .forms = 10, .live = 4, .live_words = 400, .notices = 4, .quoting = 40,
     .late = 10, .undated = 5, .resent = 4, .noisy = 4},
};

}  // namespace

std::span<const Desk> all_desks() { return kDesks; }

}  // namespace wireprint
