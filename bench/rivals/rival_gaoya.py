"""gaoya: Rust, and the only one that cuts shingles itself. A query of an empty index sketches and stores nothing."""

from gaoya.minhash import MinHashStringIndex

from rival import SHINGLE_WORDS, SLOTS, Rival, main


def index(bands, threshold):
    return MinHashStringIndex(32, threshold, bands, SLOTS // bands, None, "word", True, (SHINGLE_WORDS, SHINGLE_WORDS))


class Gaoya(Rival):
    name = "gaoya"
    package = "gaoya"
    settings = "par_bulk_query of an empty index, 32-bit hashes, one thread"

    def sketch_texts(self, texts):
        return index(16, 0.5).par_bulk_query(texts)

    def estimate_texts(self, pairs):
        estimates = []
        for whole, part in pairs:
            pair = index(SLOTS, 0.0)  # bands of one row, so that every pair with an equal value is found
            pair.insert_document(0, whole)
            found = pair.query(part, return_similarity=True)
            estimates.append(found[0][1] if found else 0.0)
        return estimates


main(Gaoya())
