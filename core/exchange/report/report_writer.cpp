#include "core/exchange/report/report_writer.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "core/base/format_version.h"
#include "core/exchange/report/report_elements.h"

namespace cchc {
namespace {

using namespace detail;

// The lists below the root. A list is opened by its first entry; a list without entries is not written.
enum class List : unsigned char { none, outline, annexes, missing, leftOut, provenance, findings };
constexpr std::array<std::string_view, 7> listNames = {"",         "outline",    "annexes", "missing",
                                                       "left-out", "provenance", "findings"};

class ReportWriter final : public ReportSink {
 public:
  explicit ReportWriter(std::ostream& out) : xml_(out) {}

  Status heading(const ReportHeading& heading) override {
    xml_.open("report").attribute("xmlns", reportFormat.space).minorAttribute();
    writeHeading(xml_, heading);
    return xml_.flush();
  }
  Status beginPlace(const ReportPlace& place) override {
    enter(List::outline);
    xml_.open("place").attribute("id", place.id).optional("title", place.title);
    return xml_.flush();
  }
  Status group(const ReportGroup& group) override {
    writeGroup(xml_, group);
    return xml_.flush();
  }
  Status endPlace() override {
    xml_.close();
    return xml_.flush();
  }
  Status annex(const Annex& annex) override { return entry(List::annexes, writeAnnex, annex); }
  Status missing(const MissingSection& missing) override { return entry(List::missing, writeMissing, missing); }
  Status missingPart(const MissingPart& part) override { return entry(List::missing, writeMissingPart, part); }
  Status missingSentence(const std::string& sentence) override {
    return entry(List::missing, writeMissingSentence, sentence);
  }
  Status leftOut(const LeftOutPart& part) override { return entry(List::leftOut, writeLeftOut, part); }
  Status provenance(const ProvenanceLine& line) override { return entry(List::provenance, writeProvenance, line); }
  Status finding(const Finding& finding) override { return entry(List::findings, writeFinding, finding); }
  Status finish() override {
    enter(List::none);
    xml_.close();
    return xml_.finish();
  }

 private:
  void enter(List list) {
    if (list == list_) return;
    if (list_ != List::none) xml_.close();
    if (list != List::none) xml_.open(listNames[static_cast<std::size_t>(list)]);
    list_ = list;
  }
  template <class Entry>
  Status entry(List list, void (*write)(IndentedXml&, const Entry&), const Entry& entry) {
    enter(list);
    write(xml_, entry);
    return xml_.flush();
  }

  IndentedXml xml_;
  List list_ = List::none;
};

}  // namespace

std::unique_ptr<ReportSink> reportWriter(std::ostream& out) { return std::make_unique<ReportWriter>(out); }

}  // namespace cchc
