#include "wireprint/evaluation/labels.hpp"

#include <catch2/catch.hpp>

#include "support/temp_dir.hpp"

namespace wireprint {

TEST_CASE("columns are found by their names, in any order and among others") {
  const test::TempDir dir;
  const auto pairs = read_labelled_pairs(dir.write("p.tsv", "label\tnote\tid_b\tcorpus\tid_a\ntrimmed\tcut, \"half\"\tk2\tnews\tk 1\n\nquote\t\tk4\tnews\tk3\n"));
  REQUIRE(pairs);
  REQUIRE(pairs->size() == 2);
  CHECK((*pairs)[0].keys.a == "k 1");
  CHECK((*pairs)[0].keys.b == "k2");
  CHECK((*pairs)[0].corpus == "news");
  CHECK((*pairs)[0].label == PairLabel::Trimmed);
  CHECK((*pairs)[1].label == PairLabel::Quote);
}

TEST_CASE("copies are verbatim, trimmed and updated pairs, and partial ones are neither") {
  for (const auto label : {PairLabel::Verbatim, PairLabel::Trimmed, PairLabel::Updated}) CHECK(is_copy(label) == true);
  for (const auto label : {PairLabel::Quote, PairLabel::Template, PairLabel::Different}) CHECK(is_copy(label) == false);
  CHECK_FALSE(is_copy(PairLabel::Partial).has_value());
  CHECK(name_of(PairLabel::Updated) == "updated");
}

TEST_CASE("what is wrong with labels is told with its line") {
  const test::TempDir dir;
  const auto error_of = [&](const char* bytes) {
    const auto pairs = read_labelled_pairs(dir.write("p.tsv", bytes));
    REQUIRE_FALSE(pairs);
    return pairs.error();
  };
  CHECK_THAT(error_of("corpus\tid_a\tlabel\n").message, Catch::Contains("id_b"));
  CHECK(error_of("corpus\tid_a\tid_b\tlabel\nn\ta\tb\tquote\nn\ta\n").where.line == 3);
  CHECK_THAT(error_of("corpus\tid_a\tid_b\tlabel\nn\ta\tb\tcopy\n").message, Catch::Contains("'copy' is no label"));
  CHECK(error_of("").code == ErrorCode::BadInput);
  CHECK(read_labelled_pairs(dir.path("absent")).error().code == ErrorCode::NotFound);
}

TEST_CASE("an article stands in one true cluster") {
  const test::TempDir dir;
  const auto truth = read_clusters(dir.write("t.tsv", "key\tcluster\tkind\na\t1\toriginal\nb\t1\ttrimmed\n"));
  REQUIRE(truth);
  CHECK((*truth)[1].key == "b");
  CHECK((*truth)[1].cluster == "1");
  CHECK(read_clusters(dir.write("t.tsv", "key\tcluster\na\t1\na\t2\n")).error().where.line == 3);
  CHECK(read_key_pairs(dir.write("s.tsv", "id_a\tid_b\nx\ty\n"))->front().b == "y");
}

TEST_CASE("a pair that nobody has judged yet is passed over, and one that stands for many has its weight") {
  const test::TempDir dir;
  const auto pairs = read_labelled_pairs(dir.write("p.tsv", "corpus\tid_a\tid_b\tlabel\tweight\nn\ta\tb\t\t3\nn\tc\td\tquote\t12.5\nn\te\tf\tquote\t\n"));
  REQUIRE(pairs);
  REQUIRE(pairs->size() == 2);
  CHECK((*pairs)[0].keys.a == "c");
  CHECK((*pairs)[0].weight == 12.5);
  CHECK((*pairs)[1].weight == 1);
  CHECK(read_labelled_pairs(dir.write("p.tsv", "corpus\tid_a\tid_b\tlabel\tweight\nn\ta\tb\tquote\t-1\n")).error().where.line == 2);
}

}  // namespace wireprint
