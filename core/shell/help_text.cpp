#include "core/shell/help_text.h"

namespace cchc::shell {

std::string helpText(MainFrame::View view, presentation::Words words) {
  switch (view) {
    case MainFrame::View::form:
      return words(
          "Gõ số liệu rồi Enter để sang ô sau. Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân: 1.353.135,5. Ô tiền nhận cả “387,425 tỷ”.\n"
          "Ô nền xám có dấu ƒ do phần mềm tính; rê chuột để xem công thức, kỳ trước và cách sửa lỗi.\n"
          "Ô có dấu * phải có số trước khi gửi. F8 đến lỗi tiếp theo; F9 gửi Văn phòng. Mọi thay đổi được lưu ngay.",
          "Type a figure and press Enter for the next. A dot groups thousands, a comma starts decimals: 1.353.135,5. Money takes '387,425 tỷ' too.\n"
          "Grey fields marked ƒ are worked out; the pointer over a row shows its formula, the previous period and how to mend an error.\n"
          "Fields marked * must be filled in before submission. F8 goes to the next problem, F9 submits. Every change is saved at once.");
    case MainFrame::View::table:
      return words("F5 thêm dòng, F6 xóa dòng, F7 sửa dòng trong một biểu riêng. Ctrl+V dán từ Excel (dòng thiếu được thêm), Ctrl+D điền xuống. Bấm tiêu đề cột để xếp thứ tự. Esc về biểu mẫu.",
                   "F5 adds a row, F6 removes it, F7 opens it as a form. Ctrl+V pastes from Excel (rows are added as needed), Ctrl+D fills down. A column's heading sorts. Esc goes back to the form.");
    case MainFrame::View::board:
      return words("Kéo thả các gói .cchc vào bảng, hoặc Ctrl+O. Chọn một phần để xem khác gì lần gửi trước; Chấp nhận, hoặc Trả lại kèm lý do. Có thể chọn nhiều phần rồi chấp nhận một lượt.",
                   "Drop .cchc packages on the board, or press Ctrl+O. Select a section to see what differs from its last revision; accept it, or return it with a reason. Several can be accepted at once.");
    case MainFrame::View::report:
      return words("Tổng hợp lấy các phần đã chấp nhận. Trang xem trước là nội dung sẽ in. Lưu thành HTML để mở ở trình duyệt, hoặc XML để gửi cấp trên. Phát hành thì khóa mọi phần.",
                   "Consolidation takes the accepted sections. The preview has what will be printed. Save as HTML for a browser, or XML for the level above. Issuing locks every section.");
    case MainFrame::View::overview:
      return words("Chọn biểu đồ ở trên. Mỗi thanh ghi sẵn số liệu và đơn vị tính. Lưu hình để dán vào văn bản.", "Choose a chart above. Every bar has its figure. Save the picture to paste it into a document.");
  }
  return {};
}

std::string shortcutsText(presentation::Words words) {
  return words(
      "Enter, Tab: ô sau      Shift+Tab: ô trước\nF2, dấu cách: mở ô      Esc: bỏ điều đang gõ\nF5: thêm dòng      F6: xóa dòng      F7: sửa dòng\nF8: lỗi tiếp theo      F9: gửi Văn phòng\n"
      "Ctrl+Z: hoàn tác      Ctrl+Y: làm lại\nCtrl+C, Ctrl+V: chép, dán      Ctrl+D: điền xuống\nCtrl+F: tìm      Ctrl+I: nhập từ Excel      Ctrl+O: nhận bản gửi\nCtrl+1 … 4: biểu mẫu, bảng theo dõi, báo cáo, tổng quan",
      "Enter, Tab: next field      Shift+Tab: previous\nF2, space: open the field      Esc: drop what is being typed\nF5: add row      F6: remove row      F7: edit row\nF8: next problem      F9: submit\n"
      "Ctrl+Z: undo      Ctrl+Y: redo\nCtrl+C, Ctrl+V: copy, paste      Ctrl+D: fill down\nCtrl+F: find      Ctrl+I: import      Ctrl+O: receive\nCtrl+1 … 4: form, board, report, overview");
}

}  // namespace cchc::shell
