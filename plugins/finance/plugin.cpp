// The plugin of the finance and planning department: registrations only; the knowledge is in budget.xml and the checks.
#include "core/plugin/plugin_support.h"
#include "plugins/finance/document_checks.h"
#include "plugins/finance/figure_checks.h"
#include "plugins/finance/treasury_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "finance", "1.0", "Tài chính - Kế hoạch",
                                      "Finance and Planning"};
constexpr std::string_view budget = "finance.budget";

struct Message {
  std::string_view code, vi, viFix, en, enFix;
};
constexpr Message messages[] = {
    {"importer.treasury-statement", "Bảng đối chiếu của Kho bạc", "", "Statement of the treasury", ""},
    {"finance.number-missing", "Văn bản ngày {date} “{title}” chưa ghi số",
     "Bổ sung số, ký hiệu văn bản; nếu chủ ý không dẫn số thì chọn “không dẫn số”",
     "The document of {date} “{title}” has no number",
     "Give its number and symbol, or choose “not cited” when it is left out on purpose"},
    {"finance.duplicate-reference",
     "Văn bản {symbol} ngày {date} được dẫn hai lần (ở đây và ở {places}) với trích yếu khác nhau: “{title}” và "
     "“{first}”",
     "Thống nhất trích yếu theo văn bản gốc; nếu là hai văn bản thì kiểm tra lại số, ngày",
     "{symbol} of {date} is cited twice (here and at {places}) with different titles: “{title}” and “{first}”",
     "Use the title of the original; if they are two documents, check number and date"},
    {"finance.rate-without-base",
     "Tỷ lệ {rate} được ghi mà không nêu số kế hoạch dùng để so sánh; với số thực hiện {actual}, số kế hoạch tương ứng "
     "khoảng {implied}",
     "Nhập số kế hoạch để phần mềm tự tính tỷ lệ, hoặc ghi rõ căn cứ của tỷ lệ ở phần giải trình",
     "The rate {rate} is given without the plan it is measured against; with {actual} achieved, that plan would be "
     "about {implied}",
     "Enter the plan, so that the rate is computed, or explain where the rate comes from"},
    {"finance.repeated-project", "Dự án “{project}” cùng nguồn vốn có ở hai dòng {first} và {later} của bảng đối chiếu",
     "Xóa dòng nhập trùng hoặc ghi rõ tên từng dự án",
     "The project “{project}” stands on rows {first} and {later} with one source",
     "Remove the repeated row or tell the projects apart"},
    {"finance.import-header", "Không tìm thấy dòng tiêu đề có cột nguồn vốn và cột giải ngân (thanh toán)",
     "Kiểm tra tệp có đúng là bảng đối chiếu, lưu dạng CSV UTF-8 hoặc TSV",
     "No header line with a source and a disbursed column",
     "Check that the file is the statement, saved as UTF-8 CSV or TSV"},
    {"finance.import-source", "Không nhận ra nguồn vốn “{given}”",
     "Ghi nguồn vốn như danh mục của bảng, ví dụ “Thu tiền sử dụng đất”", "Unknown source of capital “{given}”",
     "Word the source as the table's list does"},
    {"finance.import-amount", "“{given}” không phải là số tiền",
     "Ghi số không âm, dấu chấm phân nhóm nghìn, dấu phẩy cho phần thập phân", "“{given}” is no amount",
     "Write a number that is not negative, dots for thousands, a comma for decimals"},
    {"finance.import-no-amount", "Dòng “{given}” không có số tiền nên không được nhận",
     "Nhập số đã phân bổ hoặc đã giải ngân, hoặc bỏ dòng này khỏi tệp",
     "The line “{given}” has no amount and is not taken", "Give what was allocated or disbursed, or remove the line"},
};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const auto& message : messages)
    suite.addMessage(view(message.code), view(message.vi), view(message.viFix), view(message.en), view(message.enFix));
  suite.addCheck(view(budget), view("finance.number-missing"), nullptr, 0, &finance::checkMissingNumbers);
  suite.addCheck(view(budget), view("finance.duplicate-reference"), nullptr, 0, &finance::checkDuplicateReferences);
  suite.addCheck(view(budget), view("finance.rate-without-base"), nullptr, 0, &finance::checkRatesWithoutBase);
  suite.addCheck(view(budget), view("finance.repeated-project"), nullptr, 0, &finance::checkRepeatedProjects);
  suite.addImporter(view(budget), view("treasury-statement"), &finance::importTreasuryStatement);
  return plugin::addDefinitionFile(suite, "budget.xml");
} catch (...) {
  return false;
}
