"""datasketch 2: classic MinHash in numpy. MinHash.bulk and a fast hash of 32 bits, as its documentation advises."""

import numpy
import xxhash
from datasketch import MinHash

from rival import SLOTS, Rival, main, shingles


class Datasketch(Rival):
    name = "datasketch"
    package = "datasketch"
    settings = "MinHash.bulk, scheme affine32, xxh32"

    def sketch_texts(self, texts):
        return MinHash.bulk(([s.encode() for s in shingles(text)] for text in texts), num_perm=SLOTS, hashfunc=xxhash.xxh32_intdigest)

    def sketch_hashes(self, hashes, offsets):
        short = (hashes >> numpy.uint64(32)).astype(numpy.uint32)
        rows = (short[begin:end] for begin, end in zip(offsets[:-1], offsets[1:]))
        return MinHash.bulk(rows, num_perm=SLOTS, hashfunc=lambda h: h)

    def estimate(self, sketches, i, j):
        return sketches[i].jaccard(sketches[j])


main(Datasketch())
