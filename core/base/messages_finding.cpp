// Messages of findings that the suite itself makes.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> findingMessages() {
  static constexpr MessageEntry entries[] = {
      {"return.remark", "Văn phòng nhận xét: {text}", "Sửa theo nhận xét rồi gửi lại", "the office remarks: {text}",
       "mend it and submit again"},
      {"signature.unsigned", "Bản gửi chưa ký số", "Đề nghị đơn vị ký rồi gửi lại, nếu quy định",
       "The submission is not signed", "Ask the unit to sign it, where that is the rule"},
      {"core.newer-waiting", "Báo cáo theo lần gửi {accepted}; lần gửi {waiting} đã nhận nhưng chưa được xem xét",
       "Chấp nhận hoặc trả lại lần gửi {waiting} (phần đã phát hành thì mở lại trước), rồi tổng hợp lại",
       "the report has revision {accepted}; revision {waiting} was received and waits for review",
       "accept or return revision {waiting} (reopen the section first if it is issued), then consolidate again"},
      {"core.undecided", "Có nhiều bản khác nhau cùng một lần gửi, chưa ai chọn dùng bản nào; đang lấy bản nhận trước",
       "Xem bằng lệnh history, chọn bằng lệnh choose hoặc trên bảng theo dõi",
       "there are different packages of one revision and nobody has chosen between them; the first received is used",
       "see them with: cchc history, choose with: cchc choose, or on the board"},
      {"core.required", "Chưa có “{label}”", "Nhập số liệu, hoặc khai “Không phát sinh” nếu mẫu cho phép",
       "'{label}' is not filled in", "enter it, or declare that there is nothing to report where the form allows it"},
      {"core.required-table", "Bảng “{label}” chưa có dòng nào", "Thêm dòng, hoặc khai “Không phát sinh”",
       "table '{label}' has no row", "add a row, or declare that there is nothing to report"},
      {"core.below-minimum", "“{label}” là {figure}, nhỏ hơn mức thấp nhất {limit}", "Kiểm tra lại số đã nhập",
       "'{label}' is {figure}, below the least value {limit}", "look at the figure entered"},
      {"core.above-maximum", "“{label}” là {figure}, lớn hơn mức cao nhất {limit}", "Kiểm tra lại số đã nhập",
       "'{label}' is {figure}, above the greatest value {limit}", "look at the figure entered"},
      {"core.stated-differs", "“{label}”: văn bản nêu {stated}, số tính được là {computed}; báo cáo in {computed}",
       "Sửa hoặc xóa số đã nêu; nếu số nêu đúng thì kiểm tra các số thành phần, hoặc ghi giải trình",
       "'{label}': the letter states {stated}, the computed figure is {computed}; the report prints {computed}",
       "mend or remove the stated figure; if it is right, look at the parts it is computed from, or explain"},
      {"core.not-same", "“{label}” phải như nhau ở mọi đơn vị cấp dưới nhưng các đơn vị báo khác nhau",
       "Đối chiếu với các đơn vị và trả lại bản gửi sai",
       "'{label}' should be the same in all child units, but they differ",
       "compare them and return the submission that is wrong"},
      {"core.overflow", "Tổng “{label}” vượt quá phạm vi tính chính xác nên để trống",
       "Tìm đơn vị nhập thừa chữ số và trả lại", "the sum of '{label}' leaves the exact range and is blank",
       "find the unit that typed too many digits and return its submission"},
      {"core.document-date", "{document} ghi ngày {given}, nhưng văn bản này của {issuer} ban hành ngày {known}",
       "Sửa ngày theo văn bản gốc, hoặc ghi giải trình",
       "{document} is dated {given}, but {issuer} issued it on {known}",
       "mend the date after the original, or explain"},
      {"core.unselected-contribution", "Nội dung góp cho mục {place} chưa được chọn vào báo cáo ({source})",
       "Chọn và viết lại ở phần đánh giá hoặc nhiệm vụ, hoặc bỏ qua",
       "a contribution to {place} has not been taken up ({source})",
       "select and word it in the assessment or the tasks, or leave it"},
      {"core.more-findings", "Còn {count} phát hiện khác ở các đơn vị cấp dưới", "Kiểm tra từng đơn vị bằng lệnh check",
       "there are {count} more findings in child units", "check each unit with: cchc check"},
      {"narrative.figure-not-typed", "Đoạn lời sửa tay có số liệu {figure} không nằm trong chỉ tiêu nào của phần này",
       "Nhập số đó vào chỉ tiêu, hoặc sửa lại lời",
       "the edited paragraph has the figure {figure}, which stands in no field of this section",
       "enter it in its field, or mend the wording"},
      {"narrative.drift", "Số liệu đã đổi sau khi đoạn lời này được sửa tay; lời sinh theo số mới: “{generated}”",
       "So sánh rồi giữ lời đã sửa, hoặc lấy lời mới",
       "figures have changed since this paragraph was edited; generated anew it reads: '{generated}'",
       "compare, then keep the edited text or take the new one"},
      {"narrative.standing-unconfirmed", "Đoạn lời dùng lại hằng năm chưa được xác nhận cho năm {year}",
       "Đọc lại và xác nhận", "the standing paragraph has not been confirmed for {year}", "read and confirm it"},
  };
  return entries;
}

}  // namespace cchc
