// The plugin of the People's Committee's office: registrations only; the knowledge is in the definition files and the
// checks.
#include "core/plugin/plugin_support.h"
#include "plugins/office/dossier_checks.h"
#include "plugins/office/one_stop_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "office", "1.0", "Văn phòng HĐND và UBND",
                                      "Office of the People's Council and Committee"};

constexpr std::string_view files[] = {"document.xml", "steering.xml",   "procedures.xml",
                                      "commune.xml",  "assessment.xml", "tasks.xml"};

struct Message {
  std::string_view code, vi, viFix, en, enFix;
};
constexpr Message messages[] = {
    {"importer.one-stop", "Biểu II.06a xuất từ phần mềm một cửa", "", "Form II.06a of the one-stop software", ""},
    {"office.dossier-row-sum",
     "Bảng hồ sơ theo lĩnh vực, dòng {row}: {label} {total} khác tổng {parts_label} {parts}, lệch {difference}",
     "Sửa số ở cột {column} hoặc các cột {columns}; nếu nguồn số liệu vốn như vậy thì ghi giải trình",
     "Dossiers by field, row {row}: column {column} is {total}, columns {columns} give {parts}, difference "
     "{difference}",
     "Correct column {column} or columns {columns}; explain it when the source says so"},
    {"office.dossier-column-sum",
     "Cộng các lĩnh vực, {label} được {rows}, trong khi chỉ tiêu chung ghi {figure}, lệch {difference}",
     "Sửa chỉ tiêu chung, hoặc bổ sung, sửa các dòng của bảng ở cột {column}",
     "Over all fields of work, column {column} adds up to {rows}, the section says {figure}, difference {difference}",
     "Correct the section's figure, or add to and correct the rows of column {column}"},
    {"office.carried-over",
     "Hồ sơ kỳ trước chuyển sang ghi {carried}, trong khi kỳ trước còn đang giải quyết {pending} hồ sơ, lệch "
     "{difference} (số chuyển sang mà kỳ trước báo cáo: {earlier})",
     "Đối chiếu với báo cáo kỳ trước; nếu kỳ trước đã điều chỉnh số liệu thì ghi giải trình",
     "Dossiers carried over are {carried}, while the previous period left {pending} pending, difference {difference} "
     "(it had itself carried over {earlier})",
     "Compare with the previous period's report; explain it when its figures have been changed"},
    {"office.import-header",
     "Không tìm thấy tiêu đề của Biểu II.06a/VPCP/KSTT (dòng đánh số cột, hoặc cột lĩnh vực và đủ 13 cột)",
     "Kiểm tra tệp có đúng là Biểu II.06a xuất từ phần mềm một cửa, lưu dạng CSV UTF-8 hoặc TSV",
     "No heading of form II.06a/VPCP/KSTT (a line that numbers the columns, or a field column and all 13 columns)",
     "Check that the file is form II.06a, saved as UTF-8 CSV or TSV"},
    {"office.import-name", "Dòng có số thứ tự “{given}” không ghi tên lĩnh vực", "Bổ sung tên lĩnh vực",
     "The line with ordinal “{given}” names no field of work", "Give the field's name"},
    {"office.import-count", "“{given}” không phải là số hồ sơ",
     "Ghi số nguyên không âm; dấu chấm chỉ dùng để phân nhóm nghìn", "“{given}” is no number of dossiers",
     "Write a whole number that is not negative, dots for thousands only"},
};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const auto& message : messages)
    suite.addMessage(view(message.code), view(message.vi), view(message.viFix), view(message.en), view(message.enFix));
  for (const std::string_view definition : {"office.procedures", "office.commune"}) {
    suite.addCheck(view(definition), view("office.dossier-row-sum"), nullptr, 0, &office::checkDossierRows);
    suite.addCheck(view(definition), view("office.dossier-column-sum"), nullptr, 0, &office::checkDossierColumns);
    suite.addCheck(view(definition), view("office.carried-over"), nullptr, 0, &office::checkCarriedOver);
  }
  // A commune's table has fixed rows, which an importer cannot name.
  suite.addImporter(view("office.procedures"), view("one-stop"), &office::importOneStop);
  for (const auto file : files)
    if (!plugin::addDefinitionFile(suite, file)) return false;
  return true;
} catch (...) {
  return false;
}
