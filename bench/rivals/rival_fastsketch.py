"""FastSketchLSH: fast similarity sketching in C++. One call for all texts; ready hashes as one flat array."""

from FastSketchLSH import FastSimilaritySketch, estimate_jaccard

from rival import SLOTS, Rival, main, shingles


class FastSketch(Rival):
    name = "FastSketchLSH"
    package = "FastSketchLSH"
    settings = "batch and batch_csr(prehashed), one thread"

    def __init__(self):
        self.sketcher = FastSimilaritySketch(size=SLOTS, seed=42)

    def sketch_texts(self, texts):
        return self.sketcher.batch([shingles(text) for text in texts], num_threads=1)

    def sketch_hashes(self, hashes, offsets):
        return self.sketcher.batch_csr(hashes, offsets, prehashed=True, num_threads=1)

    def estimate(self, sketches, i, j):
        return estimate_jaccard(sketches[i], sketches[j])


main(FastSketch())
