// All that one batch writes. It becomes visible at once or not at all.
//
// Plain values; made by one thread.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "wireprint/archive/records.hpp"

namespace wireprint {

/// A version that the batch adds. The store makes its postings: of kind Text one of `record.exact.low`, of kind Band one of
/// each of `bands`, of kind Sample one of each of `print.samples`, all with `record.day()`.
struct NewDoc {
  DocRecord record;
  Article article;
  Fingerprint print;
  std::vector<std::uint64_t> bands;
};

/// A row of which an empty value means that it is to go.
template <class Row>
using Put = std::optional<Row>;

struct Changes {
  std::vector<NewDoc> added;  ///< their numbers follow those that the view knows
  std::vector<DocId> removed;      ///< record, text, fingerprint and postings are to go, beyond recall
  std::vector<std::pair<DocId, Fingerprint>> text_removed;  ///< the text alone is to go, beyond recall; the fingerprint stays in its place
  std::map<DocId, DocRecord> records;    ///< of versions that were there before
  std::map<DocId, Standing> standings;   ///< of any version, new ones too; removed ones have none
  std::map<std::string, Put<KeyRecord>> keys;
  std::map<std::string, OutletRecord> outlets;
  std::map<std::tuple<Day, std::uint64_t, DocId>, bool> representatives;  ///< true puts, false erases
  std::map<std::uint64_t, Day> crossings;                                 ///< by shingle; kNever erases
  std::map<std::pair<DocId, DocId>, Put<CopyRecord>> copies;              ///< by a and b
  std::map<ClusterNumber, ClusterRecord> clusters;                        ///< new ones follow those that the view knows
  std::map<std::string, ClusterNumber> cluster_ids;  ///< a new id, or one that now is an alias of another cluster
  std::vector<Event> events;                         ///< their seq follow those that the view knows
};

}  // namespace wireprint
