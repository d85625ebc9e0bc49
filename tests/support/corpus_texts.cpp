#include "support/corpus_texts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::test {
namespace {

CorpusText text_of(const Article& article, const Recipe& recipe) {
  std::vector<std::uint64_t> tokens;
  hash_tokens(article.body, tokens);
  CorpusText text;
  text.key = article.key.text;
  text.seconds = article.published.seconds;
  if (article.published.known()) text.day = static_cast<std::int32_t>(article.published.day());
  text.words = static_cast<std::uint32_t>(tokens.size());
  text.exact = hash_words_128(tokens);
  hash_shingles(tokens, recipe.shingle_words, recipe.seed, text.shingles);
  text.minhash = minhash(text.shingles, recipe.minhash_slots);
  make_distinct(text.shingles);
  return text;
}

}  // namespace

Corpus read_corpus(const std::string& path, const Recipe& recipe, const Executor& executor, std::size_t most) {
  struct Piece {
    RawRecord record;
    CorpusText text;
  };
  Corpus corpus;
  ArticleReader reader({path});
  std::size_t records = 0;
  executor.ordered<Piece>(
      [&]() -> std::optional<Piece> {
        auto record = records++ < most ? reader.next_record() : std::nullopt;
        return record ? std::optional<Piece>({std::move(*record), {}}) : std::nullopt;
      },
      [&](Piece& piece) {
        if (const auto article = reader.parse(std::move(piece.record))) piece.text = text_of(*article, recipe);
      },
      [&](Piece&& piece) {
        if (piece.text.words > 0) corpus.texts.push_back(std::move(piece.text));
      });
  std::ranges::sort(corpus.texts, {}, [](const CorpusText& t) { return std::tuple(!t.day, t.seconds, std::string_view(t.key)); });

  std::map<Hash128, ArticleId> first;
  for (ArticleId id = 0; id < corpus.texts.size(); ++id) corpus.leaders.push_back(first.emplace(corpus.texts[id].exact, id).first->second);
  return corpus;
}

}  // namespace wireprint::test
