#include "engine/corpus_tokens.hpp"

#include <algorithm>
#include <atomic>
#include <tuple>
#include <unordered_set>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTimedBytes = 16'000'000;

struct Piece {
  RawRecord record;
  std::optional<Error> error;
  Article article;
  std::vector<std::uint64_t> tokens;
};

struct KeyedText {
  std::uint64_t order;
  std::string key;
  std::vector<std::uint64_t> tokens;
};

struct HashOfText {
  std::size_t operator()(const Hash128& h) const { return static_cast<std::size_t>(h.low); }
};

void parse(ArticleReader& reader, Piece& piece) {
  auto article = reader.parse(std::move(piece.record));
  if (!article) {
    piece.error = std::move(article.error());
    return;
  }
  piece.article = std::move(*article);
  hash_tokens(piece.article.body, piece.tokens);
}

std::vector<std::vector<std::uint64_t>> distinct_by_order(std::vector<KeyedText> keyed) {
  std::ranges::sort(keyed, [](const KeyedText& a, const KeyedText& b) { return std::tie(a.order, a.key) < std::tie(b.order, b.key); });
  std::unordered_set<Hash128, HashOfText> seen;
  std::vector<std::vector<std::uint64_t>> texts;
  for (auto& text : keyed) {
    if (seen.insert(hash_words_128(text.tokens)).second) texts.push_back(std::move(text.tokens));
  }
  return texts;
}

}  // namespace

Result<CorpusTokens> read_tokens(const std::vector<std::string>& inputs, const ParameterOptions& options, const Executor& executor) {
  ArticleReader reader(inputs, options.reader);
  CorpusTokens corpus;
  BodyGuard guard;
  std::atomic<bool> stopped = false;
  std::vector<KeyedText> keyed;
  std::size_t timed = 0;
  const auto take = [&](Piece& piece) {
    std::string& body = piece.article.body;
    if (timed < kTimedBytes) timed += body.size(), corpus.bodies.push_back(std::move(body));
    keyed.push_back({hash_bytes(piece.article.key.text), std::move(piece.article.key.text), std::move(piece.tokens)});
  };
  const std::function<std::optional<Piece>()> next = [&]() -> std::optional<Piece> {
    auto record = stopped ? std::nullopt : reader.next_record();
    return record ? std::optional(Piece{std::move(*record), {}, {}, {}}) : std::nullopt;
  };
  const std::function<void(Piece&)> work = [&](Piece& piece) { parse(reader, piece); };
  const std::function<void(Piece&&)> collect = [&](Piece&& piece) {
    if (piece.error) {
      ++corpus.unreadable;
      if (options.on_error) options.on_error(*piece.error);
      return;
    }
    ++corpus.articles;
    if (options.need_bodies && guard.add(piece.article)) stopped = guard.fails(reader.survey());
    if (options.progress && corpus.articles % 512 == 0) options.progress(reader.progress());
    if (!piece.tokens.empty()) take(piece);
  };
  executor.ordered<Piece>(next, work, collect);
  if (options.need_bodies && guard.fails(reader.survey())) return fail(guard.error(reader.survey()));
  if (corpus.articles == 0) return fail(Error{ErrorCode::NotFound, "no article could be read"});
  corpus.texts = distinct_by_order(std::move(keyed));
  return corpus;
}

}  // namespace wireprint
