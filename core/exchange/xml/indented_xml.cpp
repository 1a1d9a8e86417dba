#include "core/exchange/xml/indented_xml.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace cchc::detail {
namespace {

constexpr std::size_t bufferSize = std::size_t(64) << 10;

}  // namespace

void IndentedXml::finishStartTag() {
  if (startTagOpen_) buffer_ += '>';
  startTagOpen_ = false;
}

void IndentedXml::newLine() {
  buffer_ += '\n';
  buffer_.append(2 * levels_.size(), ' ');
}

IndentedXml& IndentedXml::open(std::string_view element, Layout layout) {
  finishStartTag();
  const bool onParentsLine = !levels_.empty() && levels_.back().line;
  if (!onParentsLine) {
    if (!levels_.empty()) levels_.back().childLines = true;
    newLine();
  }
  levels_.push_back({element, layout == Layout::line || onParentsLine, false});
  buffer_.append("<").append(element);
  startTagOpen_ = true;
  return *this;
}

IndentedXml& IndentedXml::attribute(std::string_view name, std::string_view value) {
  buffer_.append(" ").append(name).append("=\"");
  escape(value, true);
  buffer_ += '"';
  return *this;
}

IndentedXml& IndentedXml::attribute(std::string_view name, int value) { return attribute(name, std::to_string(value)); }
IndentedXml& IndentedXml::optional(std::string_view name, std::string_view value) {
  return value.empty() ? *this : attribute(name, value);
}
IndentedXml& IndentedXml::optional(std::string_view name, int value) {
  return value == 0 ? *this : attribute(name, value);
}
IndentedXml& IndentedXml::flag(std::string_view name, bool value) { return value ? attribute(name, "yes") : *this; }

IndentedXml& IndentedXml::since(int minor, std::string_view name, std::string_view value) {
  return value.empty() ? *this : needs(minor).attribute(name, value);
}
IndentedXml& IndentedXml::needs(int minor) {
  minor_ = std::max(minor_, minor);
  return *this;
}
IndentedXml& IndentedXml::minorAttribute() {
  attribute("minor", "0");
  minorAt_ = written_ + buffer_.size() - 2;  // before the closing quote
  return *this;
}

IndentedXml& IndentedXml::text(std::string_view value) {
  finishStartTag();
  escape(value, false);
  return *this;
}

IndentedXml& IndentedXml::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (startTagOpen_) {
    buffer_ += "/>";
    startTagOpen_ = false;
  } else {
    if (level.childLines) newLine();
    buffer_.append("</").append(level.element).append(">");
  }
  if (levels_.empty()) buffer_ += '\n';
  return *this;
}

IndentedXml& IndentedXml::textElement(std::string_view element, std::string_view value) {
  return value.empty() ? *this : open(element).text(value).close();
}

// The suite's texts have no control characters (base/text.h). If there is one nevertheless, U+FFFD replaces it, so that
// the file stays XML.
void IndentedXml::escape(std::string_view value, bool inAttribute) {
  for (const char c : value) {
    switch (c) {
      case '&':
        buffer_ += "&amp;";
        break;
      case '<':
        buffer_ += "&lt;";
        break;
      case '>':
        buffer_ += "&gt;";
        break;
      case '\r':
        buffer_ += "&#13;";
        break;
      case '"':
        buffer_ += inAttribute ? "&quot;" : "\"";
        break;
      case '\n':
        buffer_ += inAttribute ? "&#10;" : "\n";
        break;
      case '\t':
        buffer_ += inAttribute ? "&#9;" : "\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          buffer_ += "\xEF\xBF\xBD";
        } else {
          buffer_ += c;
        }
    }
  }
}

Status IndentedXml::failed() const {
  return fail("file.write", "report.xml", {{"reason", std::strerror(errno != 0 ? errno : EIO)}}, ErrorKind::failure);
}

Status IndentedXml::write() {
  errno = 0;
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  written_ += buffer_.size();
  buffer_.clear();
  return out_ ? Status() : failed();
}

Status IndentedXml::flush() { return buffer_.size() < bufferSize ? Status() : write(); }

// A stream of a report cannot know at its first line what its last one holds, so the version is corrected at the end.
// Minor versions are single digits, so nothing moves.
Status IndentedXml::finish() {
  const bool correct = minorAt_ != 0 && minor_ != 0;
  const char digit = static_cast<char>('0' + minor_);
  if (correct && minorAt_ >= written_) buffer_[minorAt_ - written_] = digit;
  const bool left = correct && minorAt_ < written_;
  CCHC_CHECK(write());
  if (left) {
    const auto end = out_.tellp();
    out_.seekp(end - static_cast<std::streamoff>(written_ - minorAt_));
    out_.put(digit);
    out_.seekp(end);
  }
  out_.flush();
  return out_ ? Status() : failed();
}

}  // namespace cchc::detail
