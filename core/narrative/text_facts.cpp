#include "core/narrative/text_facts.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include "core/base/reading/date.h"
#include "core/base/reading/figure.h"
#include "core/base/reading/symbol.h"

namespace cchc::narrative {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
// A letter of any script: bytes above ASCII count as letters.
bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::set<std::string> facts() {
    while (at_ < text_.size()) {
      if (!digit(text_[at_])) {
        ++at_;
      } else if (endsWord()) {
        at_ += digitsAt(at_).size();
      } else if (!listNumber() && !longDate() && !slashDate() && !symbol()) {
        figure();
      }
    }
    return facts_;
  }

 private:
  std::string_view digitsAt(std::size_t from) const {
    auto to = from;
    while (to < text_.size() && digit(text_[to])) ++to;
    return text_.substr(from, to - from);
  }
  bool wordAt(std::size_t& from, std::string_view word) const {
    auto cursor = from;
    while (cursor < text_.size() && text_[cursor] == ' ') ++cursor;
    if (text_.substr(cursor, word.size()) != word) return false;
    cursor += word.size();
    while (cursor < text_.size() && text_[cursor] == ' ') ++cursor;
    from = cursor;
    return true;
  }
  // Digits belong to the word before them in a code ("TCVN6909", "QĐ30") and in a unit ("m2", "km3"). After any other
  // word a space is missing ("đạt97,26%"), and the figure must not be lost.
  bool endsWord() const {
    auto from = at_;
    while (from > 0) {
      if (text_[from - 1] >= 'A' && text_[from - 1] <= 'Z')
        --from;
      else if (text_.substr(0, from).ends_with("Đ"))
        from -= std::string_view("Đ").size();
      else
        break;
    }
    const bool code = from < at_ && (from == 0 || !letter(text_[from - 1]));
    const auto digits = digitsAt(at_);
    const bool unit = (digits == "2" || digits == "3") && text_.substr(0, at_).ends_with('m');
    return code || unit;
  }
  // Whether only spaces precede in the line.
  bool beginsLine() const {
    auto from = at_;
    while (from > 0 && text_[from - 1] == ' ') --from;
    return from == 0 || text_[from - 1] == '\n';
  }

  // 1. Thu ngân sách    2) Chi ngân sách: at the start of the text any number, at that of a later line only 1 or the
  // one that follows, since a figure can end a sentence there, too.
  bool listNumber() {
    const auto number = digitsAt(at_);
    const auto after = at_ + number.size();
    if (!beginsLine() || number.size() > 2 || after + 1 >= text_.size() || text_[after + 1] != ' ') return false;
    if (text_[after] != '.' && text_[after] != ')') return false;
    const int value = std::stoi(std::string(number));
    const bool first = text_.find_first_not_of(" \n") == at_;
    if (!first && value != 1 && value != nextListNumber_) return false;
    nextListNumber_ = value + 1;
    at_ = after + 1;
    return true;
  }

  void addDate(std::string_view day, std::string_view month, std::string_view year) {
    const auto text = std::string(day) + "/" + std::string(month) + "/" + std::string(year);
    const auto date = reading::readDate(text, {});
    const auto* const known = std::get_if<Date>(&date);
    facts_.insert("date " + (known != nullptr ? known->toText() : text));
  }

  bool longDate() {  // 29 tháng 12 năm 2022
    const auto day = digitsAt(at_);
    auto cursor = at_ + day.size();
    if (day.size() > 2 || !wordAt(cursor, "tháng")) return false;
    const auto month = digitsAt(cursor);
    cursor += month.size();
    if (month.empty() || !wordAt(cursor, "năm")) return false;
    const auto year = digitsAt(cursor);
    if (year.size() != 4) return false;
    addDate(day, month, year);
    at_ = cursor + 4;
    return true;
  }

  bool slashDate() {  // 29/12/2022
    const auto day = digitsAt(at_);
    auto cursor = at_ + day.size();
    if (day.size() > 2 || cursor >= text_.size() || text_[cursor] != '/') return false;
    const auto month = digitsAt(++cursor);
    cursor += month.size();
    if (month.empty() || month.size() > 2 || cursor >= text_.size() || text_[cursor] != '/') return false;
    const auto year = digitsAt(++cursor);
    if (year.size() != 4) return false;
    addDate(day, month, year);
    at_ = cursor + 4;
    return true;
  }

  bool symbol() {  // 111/KH-UBND, 01/2023/QĐ-UBND, 18-NQ/TW
    const auto symbol = reading::symbolAt(text_, at_, reading::SymbolForm::running);
    if (!symbol) return false;
    facts_.insert("document " + symbolOf(symbol->document));
    at_ = symbol->end;
    return true;
  }

  // 1.353.135.296   97,22%: the longest run of digits and marks that is a figure; what follows it is read on its own.
  void figure() {
    auto end = at_ + digitsAt(at_).size();
    while (end < text_.size() && text_[end] == '.' && digitsAt(end + 1).size() == 3) end += 4;
    if (end + 1 < text_.size() && text_[end] == ',' && digit(text_[end + 1])) end += 1 + digitsAt(end + 1).size();
    const auto written = text_.substr(at_, end - at_);
    const auto figure = reading::readFigure(written, reading::Quantity::number, {});
    const auto* const known = std::get_if<reading::Figure>(&figure);
    auto number = known != nullptr ? known->number->toText() : std::string(written);
    std::replace(number.begin(), number.end(), '.', ',');
    if (end < text_.size() && text_[end] == '%') number += "%", ++end;
    facts_.insert("figure " + number);
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int nextListNumber_ = 1;
  std::set<std::string> facts_;
};

}  // namespace

std::set<std::string> factsOf(std::string_view text) { return Scanner(text).facts(); }

}  // namespace cchc::narrative
