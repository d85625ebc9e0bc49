"""rensa: R-MinHash in Rust, of the full set; and rho, its sketch that samples positions, by its own name."""

from rensa import RMinHash

from rival import SLOTS, Rival, main, shingles


class Rows(Rival):
    """A matrix of digests; the share of equal values is the estimate."""

    package = "rensa"
    seed = 42

    def estimate(self, sketches, i, j):
        if sketches is not getattr(self, "matrix", None):
            self.matrix, self.rows = sketches, sketches.to_rows()
        return sum(x == y for x, y in zip(self.rows[i], self.rows[j])) / SLOTS


class Rensa(Rows):
    name = "rensa"
    settings = "digest_matrix, full set, one thread"

    def sketch_texts(self, texts):
        return RMinHash.digest_matrix_from_token_sets([shingles(text) for text in texts], SLOTS, self.seed)

    def sketch_hashes(self, hashes, offsets):
        return RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, SLOTS, self.seed)


class Rho(Rows):
    name = "rensa rho (samples positions)"
    settings = "digest_matrix_rho, one thread"

    def sketch_texts(self, texts):
        return RMinHash.digest_matrix_from_token_sets_rho([shingles(text) for text in texts], SLOTS, self.seed)

    def sketch_hashes(self, hashes, offsets):
        return RMinHash.digest_matrix_from_flat_token_hashes_rho(hashes, offsets, SLOTS, self.seed)


main(Rensa(), Rho())
