// fuzz_replay TARGET CORPUS [ROUNDS]: every file of the corpus, and ROUNDS files changed from them at random (seeded),
// in an ordinary build. What libFuzzer finds joins the corpus and is replayed here for ever.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "core/base/platform.h"
#include "tests/fuzz/targets.h"

namespace {

std::string changed(std::string bytes, const std::vector<std::string>& corpus, std::mt19937_64& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (auto changes = 1 + below(4); changes != 0; --changes) {
    const auto at = below(bytes.size() + 1);
    switch (below(6)) {
      case 0:
        bytes.erase(at, 1 + below(40));
        break;
      case 1:
        bytes.insert(at, 1, static_cast<char>(random()));
        break;
      case 2:
        if (at < bytes.size()) bytes[at] ^= static_cast<char>(1U << below(8));
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(bytes.size()), below(200)));
        break;
      case 4: {
        const auto& other = corpus[below(corpus.size())];
        bytes.insert(at, other.substr(below(other.size()), below(100)));
        break;
      }
      default:
        bytes.resize(at);
        break;
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const auto& targets = cchc::fuzz::targets();
  const auto target = argc >= 3 ? targets.find(argv[1]) : targets.end();
  if (target == targets.end()) return std::fprintf(stderr, "fuzz_replay TARGET CORPUS [ROUNDS]\n"), 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[2])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const auto& file : files) corpus.push_back(*cchc::readFile(file));
  if (corpus.empty()) return std::fprintf(stderr, "no files in %s\n", argv[2]), 2;
  for (const auto& bytes : corpus) target->second(bytes);
  std::mt19937_64 random(20231123);  // the same on every run
  const long rounds = argc > 3 ? std::atol(argv[3]) : 0;
  for (long i = 0; i < rounds; ++i) target->second(changed(corpus[random() % corpus.size()], corpus, random));
  std::printf("%s: %zu files and %ld changed ones, seed 20231123\n", argv[1], corpus.size(), rounds);
  return 0;
}
