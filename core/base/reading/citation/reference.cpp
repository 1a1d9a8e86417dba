#include "core/base/reading/citation/reference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/base/reading/citation/numbers.h"
#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/scan.h"
#include "core/base/text.h"

namespace cchc::reading::citation {
namespace {

using Documents = std::vector<DocumentReference>;

class ReferenceReader {
 public:
  ReferenceReader(std::string_view text, std::size_t at, TitleEnd titles, const Context& context,
                  const DocumentType* before)
      : text_(text), context_(context), titles_(titles), at_(at), type_(before) {}

  FoundReference read() {
    const bool first = at_ == 0;
    at_ = skipBullet(at_);
    if (!first) at_ = scan::skipSpaces(text_, at_ + scan::word(text_, at_, "và"));
    begin_ = at_;
    if (!readParts()) meanings_.clear();
    return {std::move(meanings_), unread_, scan::skipSpaces(text_, at_), doubtfulTitle_, type_};
  }

 private:
  // False: `unread_` is what cannot be read.
  bool readParts() {
    readType();
    while (true) {
      skipMarks();
      if (atEnd()) return finish();
      if (readNumbers() || readDate() || readIssuer() || readTitleOfLaw()) continue;
      if (!numbers_.documents.empty() && nextBegins(at_, afterMark_)) return finish();
      if (readTitle()) return finish();
      if (!readPrefix() && !readNameOfLaw()) return refuse();
    }
  }
  bool atEnd() const { return scan::skipSpaces(text_, at_) >= text_.size(); }

  std::size_t skipBullet(std::size_t at) const {
    at = scan::skipSpaces(text_, at);
    while (at < text_.size() && (text_[at] == '+' || text_[at] == '*' || scan::dash(text_, at) != 0))
      at = scan::skipSpaces(text_, at + std::max<std::size_t>(1, scan::dash(text_, at)));
    return at;
  }
  // Commas, colons and dashes between the parts.
  void skipMarks() {
    afterMark_ = false;
    for (at_ = scan::skipSpaces(text_, at_); at_ < text_.size(); at_ = scan::skipSpaces(text_, at_)) {
      const auto dash = scan::dash(text_, at_);
      const bool mark = std::string_view(",:").find(text_[at_]) != std::string_view::npos;
      const bool full = text_[at_] == '.' && scan::skipSpaces(text_, at_ + 1) >= text_.size();
      if (!mark && !full && (dash == 0 || scan::digitAt(text_, at_ + dash))) return;
      afterMark_ = true;
      at_ += std::max<std::size_t>(1, dash);
    }
  }

  void readType() {
    for (const std::string_view plural : {"các", "những"}) {
      if (const auto length = scan::word(text_, at_, plural)) at_ = scan::skipSpaces(text_, at_ + length);
    }
    const auto type = typeNameAt(text_, at_);
    const auto found = type ? type : typeCodeAt(text_, at_);
    named_ = found.has_value();
    if (found) type_ = found->type, at_ = found->end;
  }

  bool readNumbers() {
    if (!numbers_.documents.empty()) return false;
    auto found = numbersAt(text_, at_, named_, named_ ? type_ : nullptr);
    if (!found) return false;
    at_ = found->end;
    numbers_ = std::move(*found);
    const bool open = numbers_.documents.front().type.empty();
    if (open && !named_ && type_ != nullptr) {  // of the type of the one before: "Luật số 64/2025/QH15, 87/2025/QH15"
      numbers_.openTypes.clear();
      for (auto& document : numbers_.documents) setType(document, type_->code);
    }
    return true;
  }

  bool readDate() {
    if (date_) return false;
    date_ = dateAt(text_, at_, numbers_.documents.empty() && !(named_ && at_ != begin_), context_);
    if (!date_) return false;
    if (std::holds_alternative<Error>(date_->date)) return date_.reset(), false;
    at_ = date_->end;
    return true;
  }

  bool readIssuer() {
    if (!shared_.issuer.empty() || (!named_ && numbers_.documents.empty())) return false;
    // The title of a law may be the name of a body: "Luật Công an nhân dân".
    const bool law = named_ && type_ != nullptr && type_->named;
    if (law && scan::word(text_, at_, "của") == 0 && scan::word(text_, at_, "do") == 0) return false;
    const std::string code = numbers_.documents.empty() ? std::string() : numbers_.documents.front().issuerCode;
    auto limit = text_.size();
    for (auto at = at_; at < text_.size() && !numbers_.documents.empty(); ++at) {
      if (text_[at] == ',' && nextBegins(at + 1, true)) limit = at, at = text_.size();
    }
    auto found = issuerAt(text_, at_, limit, code);
    if (!found || found->name.empty()) return false;
    shared_.issuer = std::move(found->name);
    at_ = found->end;
    return true;
  }

  // Whether another reference begins at `at`: ", Quyết định số 05/QĐ-UBND", " và 05/KH-UBND".
  bool nextBegins(std::size_t at, bool afterMark) const {
    at = scan::skipSpaces(text_, at);
    const auto conjunction = scan::word(text_, at, "và");
    if (conjunction == 0 && !afterMark) return false;
    at = scan::skipSpaces(text_, at + conjunction);
    if (const auto plural = scan::word(text_, at, "các")) at = scan::skipSpaces(text_, at + plural);
    const auto name = typeNameAt(text_, at);
    const auto type = name ? name : typeCodeAt(text_, at);
    if (type) at = scan::skipSpaces(text_, type->end);
    return numbersAt(text_, at, type.has_value(), type ? type->type : nullptr).has_value();
  }

  bool readTitle() {
    const bool known = !numbers_.documents.empty() || date_.has_value();
    if (!known || !shared_.title.empty()) return false;
    const bool afterPart = date_.has_value() || !shared_.issuer.empty();
    const auto inside = scan::skipSpaces(text_, at_ + 1);
    const bool bracket = text_[at_] == '(' && scan::letter(text_, inside) != 0;
    bool letter = scan::letter(text_, at_) != 0;
    for (const std::string_view part : {"và", "ngày", "số", "của", "do"})
      letter = letter && scan::word(text_, at_, part) == 0;
    if (!beginsTitle(text_, at_, TitleWords::all) && !bracket && !(letter && afterPart)) return false;
    const auto comma = titleComma();
    doubtfulTitle_ = comma < text_.size();
    const auto end = titles_ == TitleEnd::reference ? comma : text_.size();
    shared_.title = (prefix_.empty() ? "" : prefix_ + " ") + foldSpace(text_.substr(at_, end - at_));
    at_ = std::min(end + 1, text_.size());
    return true;
  }
  // The comma in the title after which another reference begins; the end of the text if there is none. In "sửa đổi Nghị
  // định số 61/2018/NĐ-CP, Nghị định số 107/2021/NĐ-CP" the second reference belongs to the title as the first one
  // does.
  std::size_t titleComma() const {
    for (auto at = at_; at < text_.size(); ++at) {
      if (text_.substr(at).starts_with("“")) break;
      const bool start = isDigit(text_[at]) && scan::beginsWord(text_, at);
      if (start && numbersAt(text_, at, false, nullptr)) break;
      if (text_[at] == ',' && nextBegins(at + 1, true)) return at;
    }
    return text_.size();
  }

  // "Luật 72/2025/QH15 Tổ chức chính quyền địa phương ngày 16/6/2025": the title of a law begins with a capital letter,
  // and ends before a date.
  bool readTitleOfLaw() {
    const bool law = type_ != nullptr && type_->named && !numbers_.documents.empty() && numbers_.openTypes.empty();
    if (!law || !shared_.title.empty() || !prefix_.empty() || scan::capital(text_, at_) == 0) return false;
    auto end = at_ + 1;
    const auto ends = [&](std::size_t at) {
      return text_[at] == ',' ? nextBegins(at + 1, true)
                              : scan::beginsWord(text_, at) && dateAt(text_, at, true, context_);
    };
    while (end < text_.size() && !ends(end)) ++end;
    const auto title = scan::trimmed(text_.substr(at_, end - at_), ",");
    if (title.find('/') != std::string_view::npos) return false;
    shared_.title = foldSpace(title);
    at_ = end;
    return true;
  }

  // "Luật Đất đai năm 2024": a law may be cited by its name alone.
  bool readNameOfLaw() {
    const bool only = numbers_.documents.empty() && !date_ && prefix_.empty();
    if (!named_ || type_ == nullptr || !only || !isNameOfLaw(*type_, text_.substr(at_))) return false;
    shared_.title = foldSpace(text_.substr(at_));
    at_ = text_.size();
    return true;
  }

  // Words between the type and the number or date: "Luật Đất đai số 31/2024/QH15", "Chương trình hành động số
  // 12-CTr/TU".
  bool readPrefix() {
    if (!named_ || type_ == nullptr || !numbers_.documents.empty() || !prefix_.empty() || scan::letter(text_, at_) == 0)
      return false;
    for (auto at = at_ + scan::letter(text_, at_); at < text_.size(); ++at) {
      if (!scan::beginsWord(text_, at)) continue;
      // A number after the name of another document is that document's; small letters in the title of a law name none.
      const bool other = !type_->named || scan::capital(text_, at) != 0;
      if (other && typeNameAt(text_, at) && nextBegins(at, true)) return false;
      auto word = afterNumberWord(text_, at);
      const auto words = scan::trimmed(text_.substr(at_, at - at_), ",");
      const bool phrase = word && !type_->named && endsDigitalPhrase(words);
      const bool number = word || scan::digitAt(text_, at);
      const bool numbers = number && numbersAt(text_, at, word.has_value(), word ? type_ : nullptr).has_value();
      if (!numbers && !dateAt(text_, at, true, context_) && scan::word(text_, at, "của") == 0) continue;
      prefix_ = foldSpace(words) +
                (phrase && numbers ? " " + std::string(text_.substr(at, scan::word(text_, at, "số"))) : "");
      at_ = at;
      return true;
    }
    return false;
  }

  bool refuse() {
    unread_ = scan::trimmed(numbers_.documents.empty() && !date_ ? text_.substr(begin_) : text_.substr(at_));
    return false;
  }

  bool finish() {
    if (numbers_.documents.empty()) {
      // Without a number the date or the name of a law says which document is meant.
      const bool named = named_ && type_ != nullptr && (date_ || (type_->named && !shared_.title.empty()));
      if (!named) return unread_ = scan::trimmed(text_.substr(begin_, at_ - begin_)), false;
      DocumentReference document;
      document.type = type_->code;
      document.numberState = NumberState::notCited;
      numbers_.documents.push_back(std::move(document));
    }
    if (shared_.title.empty()) shared_.title = prefix_;
    for (const auto& date : dates()) {
      auto documents = numbers_.documents;
      for (auto& document : documents) {
        document.date = date, document.issuer = shared_.issuer, document.title = shared_.title;
      }
      addMeanings(documents);
    }
    return true;
  }
  std::vector<std::optional<Date>> dates() const {
    if (!date_) return {std::nullopt};
    if (const auto* date = std::get_if<Date>(&date_->date)) return {*date};
    std::vector<std::optional<Date>> all;
    for (const auto& meaning : std::get<Doubt<Date>>(date_->date).meanings) all.emplace_back(meaning.value);
    return all;
  }
  void addMeanings(const Documents& documents) {
    if (numbers_.openTypes.empty()) return meanings_.push_back(documents);
    for (const auto& type : numbers_.openTypes) {
      auto meant = documents;
      for (auto& document : meant) {
        // "Quyết định số 04/KH-UBND" is a plan with the wrong name, or a decision with the wrong code.
        const bool wrongCode = !document.type.empty() && document.type != type;
        setType(document, type);
        if (wrongCode) document.symbol.clear();
      }
      meanings_.push_back(std::move(meant));
    }
  }

  std::string_view text_;
  const Context& context_;
  TitleEnd titles_;
  std::size_t at_ = 0, begin_ = 0;
  const DocumentType* type_ = nullptr;
  bool named_ = false, afterMark_ = false, doubtfulTitle_ = false;
  DocumentReference shared_;  // issuer and title
  FoundNumbers numbers_;
  std::optional<FoundDate> date_;
  std::string prefix_;
  std::string_view unread_;
  std::vector<Documents> meanings_;
};
}  // namespace

FoundReference referenceAt(std::string_view text, std::size_t at, TitleEnd titles, const Context& context,
                           const DocumentType* typeBefore) {
  return ReferenceReader(text, at, titles, context, typeBefore).read();
}

bool isNameOfLaw(const DocumentType& type, std::string_view title) {
  return type.named && !title.empty() && (scan::capital(title, 0) != 0 || type.code == "HP");
}

}  // namespace cchc::reading::citation
