#include "core/presentation/window/words.h"

namespace cchc::presentation {

std::string stateText(SectionState state, int revision, bool begun, Words words) {
  if (!begun) return words("Chưa nhập", "Not begun");
  const auto numbered = [&](const char* vi, const char* en, const char* mark) {
    std::string text = words(vi, en);
    if (revision > 1) text += std::string(" (") + mark + std::to_string(revision) + ")";
    return text;
  };
  const char* mark = words("lần ", "rev. ");
  switch (state) {
    case SectionState::draft:
      return words("Đang nhập", "Draft");
    case SectionState::submitted:
      return numbered("Đã gửi", "Submitted", mark);
    case SectionState::returnAsked:
      return words("Đề nghị trả lại", "Return asked for");
    case SectionState::accepted:
      return numbered("Đã chấp nhận", "Accepted", mark);
    case SectionState::returned:
      return words("Bị trả lại", "Returned");
    case SectionState::inReport:
      return words("Đã đưa vào báo cáo", "In report");
    case SectionState::issued:
      return words("Đã phát hành", "Issued");
  }
  return {};
}

const char* stateShape(SectionState state, bool begun) {
  if (!begun) return "○";
  switch (state) {
    case SectionState::draft:
      return "◐";
    case SectionState::submitted:
      return "➤";
    case SectionState::returnAsked:
      return "↶";
    case SectionState::accepted:
      return "✓";
    case SectionState::returned:
      return "↩";
    case SectionState::inReport:
      return "▣";
    case SectionState::issued:
      return "●";
  }
  return "";
}

const char* severityShape(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "■";
    case Severity::warning:
      return "▲";
    case Severity::information:
      return "ℹ";
  }
  return "";
}

std::string severityText(Severity severity, Words words) {
  switch (severity) {
    case Severity::error:
      return words("Lỗi", "Error");
    case Severity::warning:
      return words("Cảnh báo", "Warning");
    case Severity::information:
      return words("Thông tin", "Information");
  }
  return {};
}

}  // namespace cchc::presentation
