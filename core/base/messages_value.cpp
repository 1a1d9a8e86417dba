// Messages about values as text.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> valueMessages() {
  static constexpr MessageEntry entries[] = {
      {"text.not-utf8", "Văn bản không phải mã UTF-8 (từ byte thứ {position})",
       "Lưu lại tệp với mã UTF-8; văn bản TCVN3, VNI phải chuyển mã trước",
       "the text is not UTF-8 (from byte {position})", "save it as UTF-8; convert TCVN3 or VNI first"},
      {"text.control-character", "Văn bản có ký tự điều khiển {character} (byte thứ {position})",
       "Xóa ký tự đó, hoặc gõ lại đoạn văn bản", "the text has the control character {character} (byte {position})",
       "delete it, or type the text again"},
      {"text.newline", "Chỉ tiêu một dòng không được có dấu xuống dòng hoặc tab (byte thứ {position})",
       "Viết trên một dòng", "a one-line field has a line break or tab (byte {position})", "write it on one line"},
      {"value.not-a-number", "“{given}” không phải là số",
       "Gõ chữ số, dấu phẩy cho phần thập phân: 97,22 (riêng trong tệp XML: 97.22)", "'{given}' is not a number",
       "use digits, with a comma before decimals: 97,22 (in an XML file only: 97.22)"},
      {"value.not-money", "“{given}” không phải là số tiền", "Nhập số đồng, chỉ gồm chữ số, ví dụ 177357000000",
       "'{given}' is not an amount of money", "enter đồng in digits: 177357000000"},
      {"value.not-whole", "“{given}” phải là số nguyên", "Bỏ phần thập phân", "'{given}' must be a whole number",
       "leave out the decimals"},
      {"value.not-a-date", "“{given}” không phải là ngày",
       "Gõ ngày/tháng/năm, 28/8/2023, hoặc 8/2023 nếu chỉ biết tháng (riêng trong tệp XML: 2023-08-28)",
       "'{given}' is not a date",
       "use day/month/year, 28/8/2023, or 8/2023 where only the month is known (in an XML file only: 2023-08-28)"},
      {"value.not-a-range", "“{given}” không phải là khoảng ngày", "Nhập dạng 2023-08-10/2023-09-08",
       "'{given}' is not a range of dates", "use 2023-08-10/2023-09-08"},
      {"value.not-yes-no", "“{given}” phải là yes hoặc no", "Nhập yes hoặc no", "'{given}' must be yes or no",
       "enter yes or no"},
      {"value.needs-file", "“{given}” là chữ, nhưng ô này nhận một tệp đính kèm",
       "Đến ô đó trong cửa sổ rồi bấm Enter để chọn tệp", "'{given}' is text where a file is attached",
       "go to the cell in the window, press Enter and choose the file"},
      {"value.needs-element", "“{given}” là chữ, nhưng ở đây cần một văn bản viện dẫn hoặc tệp đính kèm",
       "Dùng phần tử <document …/> hoặc <attachment …/>",
       "'{given}' is text where a document reference or an attachment belongs", "use <document …/> or <attachment …/>"},
      {"contribution.damaged", "Số liệu tóm tắt của {place} trong kho không đọc được",
       "Không phải làm gì: số liệu được lấy lại từ gói báo cáo", "the summary of {place} in the store cannot be read",
       "nothing to do: the figures are taken from the package again"},
      {"value.damaged", "Giá trị lưu trong kho không đọc được: {given}", "Khôi phục kho từ bản sao lưu",
       "a value in the store cannot be read: {given}", "restore the store from a backup"},
  };
  return entries;
}

}  // namespace cchc
