// The plugin of the justice department: registrations only; the knowledge is in institutional.xml and the checks.
#include "core/plugin/plugin_support.h"
#include "plugins/justice/register_checks.h"
#include "plugins/justice/register_importer.h"
#include "plugins/justice/series_check.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "justice", "1.0", "Tư pháp", "Justice"};
constexpr std::string_view institutional = "justice.institutional";

struct Message {
  std::string_view code, vi, viFix, en, enFix;
};
constexpr Message messages[] = {
    {"importer.citations", "Danh mục văn bản viện dẫn", "", "List of documents cited", ""},
    {"justice.date-not-in-series", "Văn bản {symbol} ghi ngày {date}, không khớp với dãy số của năm {year}{neighbours}",
     "Đối chiếu bản gốc và sửa ngày (có thể là {suggested}); nếu ngày đúng thì sửa năm thực hiện hoặc ghi giải trình",
     "{symbol} is dated {date}, which does not fit the series of {year}{neighbours}",
     "Look at the original and correct the date (perhaps {suggested}); if it is right, correct the year the document "
     "is for, or explain"},
    {"justice.number-without-year", "Văn bản quy phạm pháp luật {symbol} thiếu năm trong số, ký hiệu",
     "Ghi năm ban hành vào giữa số và ký hiệu (năm {year}); nếu là văn bản hành chính thì chọn lại nội dung",
     "The legal document {symbol} lacks the year in its number",
     "Put the year between number and symbol ({year}), or choose another topic for an administrative document"},
    {"justice.repeated-number", "Văn bản {symbol} có ở hai dòng {first} và {later} của sổ văn bản nên bị tính hai lần",
     "Xóa dòng trùng, hoặc sửa số, ngày nếu là hai văn bản",
     "{symbol} stands on rows {first} and {later} of the register and counts twice",
     "Remove the repeated row, or correct number and date if they are two documents"},
    {"justice.import-date", "Văn bản {symbol} ghi ngày {date}, không có ngày này",
     "Sửa ngày trong đoạn văn bản rồi nhập lại, hoặc nhập tay dòng này",
     "{symbol} is dated {date}, which is no day of the calendar",
     "Correct the date in the text and import again, or enter this row by hand"},
    {"justice.import-repeated", "Văn bản {symbol} đã được dẫn ở phía trên, chỉ nhập một lần",
     "Không cần làm gì nếu là cùng một văn bản", "{symbol} is cited further up and is taken once",
     "Nothing to do if it is the same document"},
};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const auto& message : messages)
    suite.addMessage(view(message.code), view(message.vi), view(message.viFix), view(message.en), view(message.enFix));
  // A series does not stop at a department: every section that cites documents is checked, with the others as
  // neighbours.
  for (const auto definition : justice::citingDefinitions()) {
    std::vector<plugin::Text> others;
    for (const auto other : justice::citingDefinitions())
      if (other != definition) others.push_back(view(other));
    suite.addCheck(view(definition), view("justice.date-not-in-series"), others.data(), others.size(),
                   &justice::checkDocumentSeries);
  }
  suite.addCheck(view(institutional), view("justice.number-without-year"), nullptr, 0,
                 &justice::checkLegalDocumentNumbers);
  suite.addCheck(view(institutional), view("justice.repeated-number"), nullptr, 0, &justice::checkRepeatedNumbers);
  suite.addImporter(view(institutional), view("citations"), &justice::importCitations);
  return plugin::addDefinitionFile(suite, "institutional.xml");
} catch (...) {
  return false;
}
