#include "engine/depot.hpp"

#include <algorithm>
#include <vector>

#include "engine/memory_shares.hpp"

namespace wireprint {
namespace {

// A title is made of the body's first line where there is no headline.
void reduce(JudgedArticle& judged) {
  constexpr std::size_t kOpening = 1000;
  Article& article = judged.article;
  const std::size_t first = std::min(article.body.find_first_not_of(" \r\n\t"), article.body.size());
  const bool titled = article.headline.find_first_not_of(" \r\n\t") != std::string::npos;
  std::string rest = titled ? std::string() : article.body.substr(first, kOpening);
  rest.swap(article.body);  // an assignment would keep the memory
  for (std::string* field : {&article.byline, &article.author, &article.copyright}) std::string().swap(*field);
  if (article.published.known()) std::string().swap(article.published_as_read);
}

}  // namespace

Result<Depot> Depot::open(const ClusterOptions& options) {
  Depot depot;
  if (!options.memory) return depot;
  auto spool = Spool::open(options.spool_folder);
  if (!spool) return fail(spool.error());
  const MemoryShares shares = shares_of(options.memory);
  depot.spool_ = std::move(*spool);
  depot.most_prints_ = shares.prints;
  depot.bodies_ = std::make_shared<Pool>(depot.spool_, shares.bodies);
  return depot;
}

void Depot::take(JudgedArticle& judged) {
  if (!bodies_) return;
  bodies_->add(judged.article.body);
  reduce(judged);
}

std::function<std::string(ArticleId)> Depot::bodies() const {
  if (!bodies_) return {};
  return [bodies = bodies_](ArticleId article) {
    std::vector<std::uint64_t> scratch;
    return std::string(bodies->bytes(article, scratch));
  };
}

}  // namespace wireprint
