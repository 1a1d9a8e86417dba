// The plugin of the culture and information department: registrations only; the knowledge is in digital.xml and the
// checks.
#include "core/plugin/plugin_support.h"
#include "plugins/culture/date_check.h"
#include "plugins/culture/mail_importer.h"
#include "plugins/culture/repetition_checks.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "culture", "1.0", "Văn hóa và Thông tin",
                                      "Culture and Information"};
constexpr std::string_view digital = "culture.digital";

struct Message {
  std::string_view code, vi, viFix, en, enFix;
};
constexpr Message messages[] = {
    {"importer.mail-accounts", "Thống kê hộp thư công vụ của các đơn vị", "", "Mail accounts of the units", ""},
    {"culture.repeated-platform", "Ứng dụng “{name}” (dòng {later}) trùng với “{other}” (dòng {first})",
     "Xóa dòng trùng; nếu là hai hệ thống khác nhau thì ghi rõ tên từng hệ thống",
     "The application “{name}” (row {later}) repeats “{other}” (row {first})",
     "Remove the repeated row, or tell the systems apart"},
    {"culture.repeated-unit",
     "Cơ quan, đơn vị “{name}” (dòng {later}) trùng với “{other}” (dòng {first}), tài khoản bị tính hai lần",
     "Xóa dòng trùng trong bảng tài khoản theo đơn vị",
     "The unit “{name}” (row {later}) repeats “{other}” (row {first}): its accounts count twice",
     "Remove the repeated row from the table of accounts"},
    {"culture.document-dates", "Văn bản {symbol} ghi ngày {date} nhưng ở {section} ghi ngày {other}",
     "Đối chiếu bản gốc và sửa ngày ở nơi ghi sai",
     "The document {symbol} is dated {date} here, and {other} in {section}",
     "Look at the original and correct the wrong date"},
    {"culture.import-header", "Không tìm thấy dòng tiêu đề có cột đơn vị và cột tổng số tài khoản",
     "Kiểm tra tệp có đúng là danh sách tài khoản, lưu dạng CSV UTF-8 hoặc TSV",
     "No header line with a unit and an accounts column",
     "Check that the file is the list of accounts, saved as UTF-8 CSV or TSV"},
    {"culture.import-unit", "Dòng này không ghi tên cơ quan, đơn vị", "Bổ sung tên cơ quan, đơn vị",
     "This line names no unit", "Give the unit's name"},
    {"culture.import-count", "“{given}” không phải là số tài khoản",
     "Ghi số nguyên không âm; cột hoạt động hoặc không hoạt động phải có số", "“{given}” is no number of accounts",
     "Write a whole number; the active or the inactive accounts must be given"},
    {"culture.import-more-than-all", "“{given}” có số tài khoản hoạt động hoặc không hoạt động lớn hơn tổng số",
     "Kiểm tra lại các số của đơn vị này", "“{given}” has more active or inactive accounts than accounts in all",
     "Check this unit's figures"},
};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const auto& message : messages)
    suite.addMessage(view(message.code), view(message.vi), view(message.viFix), view(message.en), view(message.enFix));
  std::vector<plugin::Text> others;
  for (const auto definition : culture::comparedDefinitions()) others.push_back(view(definition));
  suite.addCheck(view(digital), view("culture.repeated-platform"), nullptr, 0, &culture::checkRepeatedPlatforms);
  suite.addCheck(view(digital), view("culture.repeated-unit"), nullptr, 0, &culture::checkRepeatedUnits);
  suite.addCheck(view(digital), view("culture.document-dates"), others.data(), others.size(),
                 &culture::checkDocumentDates);
  suite.addImporter(view(digital), view("mail-accounts"), &culture::importMailAccounts);
  return plugin::addDefinitionFile(suite, "digital.xml");
} catch (...) {
  return false;
}
