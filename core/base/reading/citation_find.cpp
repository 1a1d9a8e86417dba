// References in running text.
#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/reading/citation.h"
#include "core/base/reading/citation/mentions.h"
#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/scan.h"
#include "core/base/text.h"

namespace cchc::reading {
namespace {

using citation::clauseEnd;
using citation::continuesSentence;
using citation::FoundDate;
using citation::Mention;

// In bytes. Between a symbol and its date there are only a few words ("huyện", "của UBND tỉnh").
constexpr std::size_t dateWithin = 60;

// The title without the words at its end that lead to the next reference: " và", " của", " gồm", ",".
std::string withoutConnection(std::string_view title) {
  auto text = foldSpace(title);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : {" và", " của", " gồm", " tại", " theo", ",", ":", "-"}) {
      if (text.ends_with(word)) text.resize(text.size() - word.size()), text = std::string(trim(text)), again = true;
    }
  }
  for (const std::string_view word : {"và", "của", ",", "("}) {
    if (text == word) text.clear();
  }
  return text;
}

// The title up to the year that it is for: "… năm 2023, đồng thời chỉ đạo …" ends after 2023.
std::string_view upToYear(std::string_view title) {
  constexpr std::string_view word = "năm ";
  for (auto at = title.find(word); at != std::string_view::npos; at = title.find(word, at + 1)) {
    const auto comma = at + word.size() + 4;
    if (comma < title.size() && title[comma] == ',' && isDigit(title[comma - 1])) return title.substr(0, comma);
  }
  return title;
}

// The title without the main clause of the sentence: "về rà soát văn bản, các xã đã thực hiện".
std::string_view withoutDeed(std::string_view title) {
  for (auto at = title.find(','); at != std::string_view::npos; at = title.find(',', at + 1)) {
    const auto part = title.substr(at + 1, title.find(',', at + 1) - at - 1);
    for (const std::string_view word : {" đã ", " đang ", " sẽ "}) {
      if (part.find(word) != std::string_view::npos) return title.substr(0, at);
    }
  }
  return title;
}

// Dates, issuers and titles of mentions.
class TailReader {
 public:
  TailReader(std::string_view text, const Context& context) : text_(text), context_(context) {}

  FoundCitation read(Mention mention, std::size_t nextBegin) {
    FoundCitation found{mention.begin, mention.end, std::move(mention.documents)};
    std::string issuer, title = std::move(mention.titleBefore);
    auto date = dateAfter(mention.end, std::min(nextBegin, mention.end + dateWithin));
    const auto rest = date ? date->second.end : mention.end;
    const auto code = found.documents.front().issuerCode;
    auto between = scan::skipSpaces(text_, mention.end);
    if (date && between < date->first) {
      if (auto by = citation::issuerAt(text_, between, date->first, code)) issuer = std::move(by->name);
    }
    found.end = rest;
    if (!date) date = dateBefore(mention.begin);
    previousEnd_ = found.end;
    if (date && !std::holds_alternative<Date>(date->second.date)) {
      found.documents.clear();
      return found;
    }
    const auto end = clauseEnd(text_.substr(0, std::max(nextBegin, rest)), rest);
    auto at = scan::skipSpaces(text_, rest);
    bool afterPart = found.end != mention.end;
    if (at < end && issuer.empty()) {
      if (auto by = citation::issuerAt(text_, at, issuerLimit(at, end), code)) {
        issuer = withoutConnection(by->name);
        at = scan::skipSpaces(text_, by->end);
        found.end = std::min(by->end, end);
        afterPart = true;
      }
    }
    // After a comma the sentence goes on, unless the words are those of a title.
    const bool comma = at < end && text_[at] == ',';
    if (comma) at = scan::skipSpaces(text_, at + 1);
    const bool begins = at < end && (citation::beginsTitle(text_, at, citation::TitleWords::lower) ||
                                     (afterPart && !comma && scan::letter(text_, at) != 0 &&
                                      scan::capital(text_, at) == 0 && !continuesSentence(text_, at)));
    if (begins) {
      const auto written = withoutDeed(upToYear(text_.substr(at, end - at)));
      if (auto after = withoutConnection(written); !after.empty()) {
        title += (title.empty() ? "" : " ") + after;
        found.end = at + scan::trimmed(written).size();
      }
    }
    for (auto& document : found.documents) {
      if (date) document.date = std::get<Date>(date->second.date);
      document.issuer = issuer, document.title = title;
      document.forYear = citation::plannedYear(document.type, title);
    }
    return found;
  }

 private:
  using Dated = std::pair<std::size_t, FoundDate>;  // where it begins

  // The first date with the word "ngày", or in brackets, in text[from, to).
  std::optional<Dated> nextDate(std::size_t from, std::size_t to) const {
    const auto text = text_.substr(0, std::min(to + dateWithin, text_.size()));
    for (auto at = from; at < to; ++at) {
      const bool start = text[at] == '(' || ((text[at] == 'n' || text[at] == 'N') && scan::beginsWord(text, at));
      if (!start) continue;
      if (auto date = citation::dateAt(text, at, true, context_)) return Dated{at, std::move(*date)};
    }
    return std::nullopt;
  }
  std::optional<Dated> dateAfter(std::size_t from, std::size_t to) const {
    auto date = nextDate(from, std::min(to, text_.size()));
    // A date in a later clause belongs to another document.
    const auto end = date ? clauseEnd(text_.substr(0, date->first), from) : 0;
    if (date && end < date->first && text_[end] != ',') date.reset();
    return date;
  }
  // The last date before the mention in its sentence that no other reference has.
  std::optional<Dated> dateBefore(std::size_t begin) const {
    const auto text = text_.substr(0, begin);
    auto sentence = previousEnd_;
    for (auto at = previousEnd_; at < begin;) {
      const auto end = clauseEnd(text, at);
      if (end >= begin) break;
      if (text[end] != ',') sentence = end + 1;
      at = end + 1;
    }
    std::optional<Dated> found;
    for (auto next = nextDate(sentence, begin); next && next->second.end <= begin;) {
      const auto end = next->second.end;
      found = std::move(next);
      next = nextDate(end, begin);
    }
    return found;
  }
  // In running text the name of an issuer ends at a comma, unless one person has two posts.
  std::size_t issuerLimit(std::size_t at, std::size_t end) const {
    const auto text = text_.substr(0, end);
    for (auto comma = text.find(',', at); comma != std::string_view::npos; comma = text.find(',', comma + 1)) {
      if (!citation::joinsPosts(text, comma)) return comma;
    }
    return end;
  }

  std::string_view text_;
  const Context& context_;
  std::size_t previousEnd_ = 0;
};

}  // namespace

std::vector<FoundCitation> findCitations(std::string_view text, const Context& context) {
  auto mentions = citation::mentionsIn(text, context);
  std::vector<FoundCitation> found;
  TailReader tails(text, context);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto nextBegin = i + 1 < mentions.size() ? mentions[i + 1].begin : text.size();
    found.push_back(tails.read(std::move(mentions[i]), nextBegin));
  }
  return found;
}

}  // namespace cchc::reading
