// The plugin of the home affairs department: registrations only; the knowledge is in the definitions and the checks.
#include "core/plugin/plugin_support.h"
#include "plugins/home_affairs/appointment_checks.h"
#include "plugins/home_affairs/staff_balance.h"
#include "plugins/home_affairs/training_importer.h"

namespace {

using namespace cchc;
using plugin::view;

constexpr plugin::Info information = {plugin::apiVersion, "home_affairs", "1.0", "Nội vụ", "Home Affairs"};
constexpr std::string_view organization = "home_affairs.organization", civilService = "home_affairs.civil_service";

struct Message {
  std::string_view code, vi, viFix, en, enFix;
};
constexpr Message messages[] = {
    {"importer.training-classes", "Danh sách lớp đào tạo, bồi dưỡng", "", "List of training classes", ""},
    {"home_affairs.staff-balance",
     "{category}: có mặt cuối kỳ {present} người, trong khi đầu năm {start} + tăng {joined} - giảm {departed} = "
     "{expected} người, lệch "
     "{difference}",
     "Kiểm tra lại số đầu năm, số tăng, số giảm và số có mặt cuối kỳ",
     "{category}: {present} present, while {start} at the start + {joined} joined - {departed} departed = {expected}, "
     "off by {difference}",
     "Check the four figures"},
    {"home_affairs.staff-joined",
     "{category}: số tăng {stated} người khác tổng chi tiết ở bảng biến động {registered} người, lệch {difference}",
     "Sửa số tăng, hoặc bổ sung bảng biến động nhân sự",
     "{category}: {stated} joined, the movement register adds up to {registered}, off by {difference}",
     "Correct the figure, or complete the movement register"},
    {"home_affairs.staff-departed",
     "{category}: số giảm {stated} người khác tổng chi tiết ở bảng biến động {registered} người, lệch {difference}",
     "Sửa số giảm, hoặc bổ sung bảng biến động nhân sự",
     "{category}: {stated} departed, the movement register adds up to {registered}, off by {difference}",
     "Correct the figure, or complete the movement register"},
    {"home_affairs.appointment-total",
     "Sổ quyết định có {given} trường hợp, bảng bổ nhiệm, điều động cộng được {counted}, lệch {difference}",
     "Đối chiếu sổ quyết định và sửa số ở bảng hoặc ở tổng số",
     "The register has {given} cases, the table adds up to {counted}, off by {difference}",
     "Compare with the register and correct the table or the total"},
    {"home_affairs.appointment-incomplete",
     "Sổ quyết định có {given} trường hợp, bảng bổ nhiệm, điều động mới ghi {counted}, còn thiếu {difference} hoặc có "
     "ô để trống",
     "Ghi nốt các ô còn trống; không có trường hợp nào thì ghi 0",
     "The register has {given} cases, the table {counted} so far: {difference} missing, cells are blank",
     "Fill in the blank cells; write 0 where there is no case"},
    {"home_affairs.retired-leaders",
     "{category}: {leaders} lãnh đạo, quản lý nghỉ hưu, nhiều hơn {retired} người nghỉ hưu ở bảng biến động nhân sự "
     "(phần tổ chức bộ máy)",
     "Bổ sung bảng biến động nhân sự, hoặc sửa số nghỉ hưu ở bảng bổ nhiệm, điều động",
     "{category}: {leaders} leaders retired, more than the {retired} retirements of the movement register "
     "(organisation section)",
     "Complete the movement register, or correct the retirements here"},
    {"home_affairs.import-header", "Không tìm thấy dòng tiêu đề có cột lớp, đối tượng và số người",
     "Kiểm tra tệp có đúng là danh sách lớp, lưu dạng CSV UTF-8 hoặc TSV",
     "No header line with class, audience and number of people",
     "Check that the file is a list of classes, saved as UTF-8 CSV or TSV"},
    {"home_affairs.import-class", "Dòng này không ghi tên lớp", "Bổ sung tên lớp", "This line names no class",
     "Give the class's name"},
    {"home_affairs.import-audience", "Không rõ đối tượng “{given}”",
     "Ghi: công chức, cán bộ công chức, cán bộ công chức cấp xã, viên chức hoặc đại biểu HĐND",
     "“{given}” is no known audience", "Write one of the audiences of the form"},
    {"home_affairs.import-people", "“{given}” không phải là số người", "Ghi số nguyên lớn hơn 0",
     "“{given}” is no number of people", "Write a whole number above 0"},
};

}  // namespace

CCHC_PLUGIN_EXPORT const cchc::plugin::Info* cchc_plugin_info() noexcept { return &information; }

CCHC_PLUGIN_EXPORT bool cchc_plugin_register(cchc::plugin::Registrar& suite) noexcept try {
  for (const auto& message : messages)
    suite.addMessage(view(message.code), view(message.vi), view(message.viFix), view(message.en), view(message.enFix));
  const auto other = view(organization);
  suite.addCheck(view(organization), view("home_affairs.staff-balance"), nullptr, 0, &home_affairs::checkStaffBalance);
  suite.addCheck(view(organization), view("home_affairs.staff-movements"), nullptr, 0,
                 &home_affairs::checkStaffMovements);
  suite.addCheck(view(civilService), view("home_affairs.appointment-total"), nullptr, 0,
                 &home_affairs::checkAppointmentTotal);
  suite.addCheck(view(civilService), view("home_affairs.retired-leaders"), &other, 1,
                 &home_affairs::checkRetiredLeaders);
  suite.addImporter(view(civilService), view("training-classes"), &home_affairs::importTrainingClasses);
  for (const auto* file : {"organization.xml", "civil_service.xml", "scoring.xml"})
    if (!plugin::addDefinitionFile(suite, file)) return false;
  return true;
} catch (...) {
  return false;
}
