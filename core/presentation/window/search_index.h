// The search in all sections that the user fills in.
#pragma once
#include <string>
#include <vector>

#include "core/presentation/window/navigator.h"

namespace cchc::presentation {

struct SearchHit {
  SectionKey key;
  Place place;       // of the field, table, row or cell
  std::string text;  // "II.5 · Thu ngân sách: 177.357"
};

// Everything that can be searched for: labels, codes, values, columns, rows and paragraphs. It is read once and
// searched with every key that is typed; any thread may use a const index.
class SearchIndex {
 public:
  // Errors: work.cancelled, and those of SectionEditing::open
  static Result<SearchIndex> read(Suite& suite, const std::vector<NavigatorEntry>& entries, Words words,
                                  const ProgressCallback& progress = {});
  // Ignores case and diacritics, and treats đ as d. Returns at most `limit` hits, paragraphs last.
  std::vector<SearchHit> find(const std::string& wanted, std::size_t limit = 100) const;
  bool empty() const { return texts_.empty(); }

 private:
  struct Text {
    SearchHit hit;
    std::string folded;
    bool paragraph = false;
  };
  std::vector<Text> texts_;
};

}  // namespace cchc::presentation
