#include "tests/support/blanked_report.h"

#include <algorithm>

namespace cchc::test {
namespace {

constexpr auto npos = std::string_view::npos;

const std::vector<ReportAttribute> alwaysBlank = {
    {"report", "minor"}, {"group", "version"}, {"submission", "version"}, {"submission", "digest"}};

// One past the '>' of the tag that begins at `open`; a '>' between quotes does not count. npos: the tag has no end.
std::size_t endOfTag(std::string_view xml, std::size_t open) {
  bool quoted = false;
  for (auto at = open; at < xml.size(); ++at) {
    if (xml[at] == '"') quoted = !quoted;
    if (xml[at] == '>' && !quoted) return at + 1;
  }
  return npos;
}

// Version 0.1 called the stock of dossiers at the beginning of a period cumulative.
bool isOpeningStock(std::string_view tag) { return tag.find(" id=\"received.carried\"") != npos; }

// Version 0.1 gave the share of a target with two decimals, whatever the form's own rate of the two had.
bool isShareOfTarget(std::string_view tag) { return tag.starts_with("<comparison kind=\"target\""); }

// A start tag with the value of these attributes taken out.
std::string blankedTag(std::string_view tag, std::string_view element, const std::vector<ReportAttribute>& blank) {
  std::string result;
  std::size_t copied = 0;
  for (auto equals = tag.find("=\""); equals != npos; equals = tag.find("=\"", copied)) {
    const auto name = tag.rfind(' ', equals) + 1, value = equals + 2, end = tag.find('"', value);
    if (end == npos) break;
    const auto attribute = tag.substr(name, equals - name);
    const bool blanked =
        (attribute == "basis" && isOpeningStock(tag)) || (attribute == "change" && isShareOfTarget(tag)) ||
        std::any_of(blank.begin(), blank.end(),
                    [&](const ReportAttribute& one) { return one.element == element && one.attribute == attribute; });
    result += tag.substr(copied, (blanked ? value : end) - copied);
    result += '"';
    copied = end + 1;
  }
  return result.append(tag.substr(copied));
}

bool wordsOfFinding(const std::vector<std::string_view>& path) {
  if (path.size() < 2 || path[path.size() - 2] != "finding") return false;
  return path.back() == "what" || path.back() == "fix";
}

std::string_view lineAt(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

std::string blankedReport(std::string_view report, const std::vector<ReportAttribute>& also) {
  auto blank = alwaysBlank;
  blank.insert(blank.end(), also.begin(), also.end());
  std::string result;
  std::vector<std::string_view> path;  // the open elements, outermost first
  std::size_t at = 0;
  while (at < report.size()) {
    const auto open = report.find('<', at);
    const auto end = open == npos ? npos : endOfTag(report, open);
    if (end == npos) break;
    if (!wordsOfFinding(path)) result += report.substr(at, open - at);
    const auto tag = report.substr(open, end - open);
    at = end;
    if (tag[1] == '/') {
      if (!path.empty()) path.pop_back();
      result += tag;
    } else if (tag[1] == '?' || tag[1] == '!') {
      result += tag;
    } else {
      const auto element = tag.substr(1, tag.find_first_of(" />") - 1);
      result += blankedTag(tag, element, blank);
      if (tag[tag.size() - 2] != '/') path.push_back(element);
    }
  }
  return result.append(report.substr(at));
}

std::string firstDifference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const auto shorter = std::min(expected.size(), actual.size());
  std::size_t line = 1, begin = 0;
  for (std::size_t at = 0; at < shorter && expected[at] == actual[at]; ++at) {
    if (expected[at] != '\n') continue;
    ++line;
    begin = at + 1;
  }
  return "line " + std::to_string(line) + "\nexpected: " + std::string(lineAt(expected, begin)) +
         "\nactual:   " + std::string(lineAt(actual, begin));
}

}  // namespace cchc::test
