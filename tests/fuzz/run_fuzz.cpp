// Runs of postings: whatever the bytes, reading gives an error or postings within the run's own bounds. The checksums are made
// right first, else nothing behind them would ever be reached.
#include <cstdlib>
#include <string>

#include "archive/disk/run.hpp"
#include "fuzz/target.hpp"
#include "wireprint/base/hash.hpp"

namespace {

using namespace wireprint;

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xffU);
}

void seal_end(std::string& bytes, std::size_t footer) {
  put(bytes, bytes.size() - 8, hash_bytes(std::string_view(bytes).substr(footer, bytes.size() - footer - 8)), 8);
}

void seal(std::string& bytes) {
  const std::size_t size = encode_footer({}, 0).size();
  if (bytes.size() < size) return;
  const std::size_t footer = bytes.size() - size;
  seal_end(bytes, footer);
  const auto read = decode_footer(bytes);
  if (!read) return;
  const std::size_t end = read->footer.checked_end();
  for (std::size_t page = 0; page < read->footer.pages(); ++page) {
    const std::size_t begin = page * kRunPage;
    put(bytes, end + 4 * page, hash_bytes(std::string_view(bytes).substr(begin, std::min<std::size_t>(kRunPage, end - begin))), 4);
  }
  put(bytes, footer, hash_bytes(std::string_view(bytes).substr(end, 4 * read->footer.pages())), 8);
  seal_end(bytes, footer);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  seal(bytes);
  const auto run = Run::open(bytes, nullptr);
  if (!run) return 0;
  const bool whole = !run->verify();
  std::uint64_t postings = 0;
  RunScanner scanner(*run);
  for (; scanner.peek() != nullptr; scanner.advance()) {
    const RunEntry& entry = *scanner.peek();
    if (entry.doc < run->footer().first_doc || entry.doc > run->footer().last_doc) std::abort();
    bool found = false;
    if (++postings < 100 && run->visit(entry.part, entry.hash, [&](DocId doc) { found = found || doc == entry.doc; }) && whole && !found) std::abort();
  }
  if (whole && postings != run->footer().postings()) std::abort();
  return 0;
}
