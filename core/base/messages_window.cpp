// Messages of what only the window does: imports with a mapping, attachments.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> windowMessages() {
  static constexpr MessageEntry entries[] = {
      {"import.no-column", "Chưa có cột nào của tệp được chọn để nhập",
       "Chọn ý nghĩa cho từng cột ở phía trên bản xem trước", "no column of the file is to be imported",
       "choose what each column means above the preview"},
      {"import.no-figures", "Chưa rõ cột nào ghi tên chỉ tiêu, cột nào ghi số liệu",
       "Chọn “Tên hoặc mã chỉ tiêu” cho một cột và “Số liệu” cho một cột ở phía trên bản xem trước",
       "it is not clear which column names the fields and which has their figures",
       "choose 'Name or code of the field' for one column and 'Figure' for another, above the preview"},
      {"import.no-row-names", "Bảng này có dòng cố định, nhưng chưa rõ cột nào ghi tên dòng",
       "Chọn “Tên dòng” cho một cột ở phía trên bản xem trước", "this table has fixed rows, and no column names them",
       "choose 'Name of the row' for one column above the preview"},
      {"import.column-twice", "Cột {column} được chọn cùng ý nghĩa với một cột khác", "Chọn lại một trong hai cột",
       "column {column} means the same as another column", "choose another meaning for one of them"},
      {"import.unknown-indicator", "“{given}” không phải là chỉ tiêu của phần này, hoặc nhiều chỉ tiêu cùng tên",
       "Ghi đúng tên hoặc mã chỉ tiêu như trong biểu mẫu, hoặc xóa dòng này",
       "'{given}' is no field of this section, or several have that name",
       "write the field's name or code as the form has it, or delete the line"},
      {"import.unknown-row", "Bảng không có dòng “{given}”", "Ghi tên dòng đúng như trong biểu mẫu, hoặc xóa dòng này",
       "the table has no row '{given}'", "write the row's name as the form has it, or delete the line"},
      {"import.row-id", "“{given}” không dùng làm mã dòng được",
       "Mã dòng không có dấu cách; hoặc chọn “(không nhập)” cho cột này", "'{given}' cannot be a row's id",
       "an id has no spaces; or choose '(not imported)' for this column"},
      {"import.computed", "“{label}” do phần mềm tính, không nhập", "Không phải làm gì",
       "'{label_en}' is worked out by the program, not imported", "nothing to do"},
      {"import.total", "dòng tổng cộng, không nhập", "Không phải làm gì: phần mềm tự cộng",
       "a line of totals, not imported", "nothing to do: the program adds up itself"},
      {"import.there-already", "dòng này đã có trong bảng",
       "Không phải làm gì; muốn nhập lại tất cả thì chọn “Thay mọi dòng đang có”", "this row is in the table already",
       "nothing to do; to import all of it again choose 'Replace the rows'"},
      {"attachment.too-large", "Tệp “{name}” lớn {size} MB, quá giới hạn {limit} MB",
       "Thu nhỏ tệp (quét đen trắng, nén ảnh) rồi đính kèm lại",
       "the file '{name}' has {size} MB, more than {limit} MB",
       "make it smaller (scan in black and white, compress pictures) and attach it again"},
      {"attachment.all-too-large", "Cả phần sẽ có {size} MB tệp đính kèm, quá giới hạn {limit} MB của một gói gửi",
       "Bỏ bớt hoặc thu nhỏ các tệp đính kèm khác",
       "the section would have {size} MB of attachments, more than the {limit} MB of a package",
       "take out or shrink other attachments"},
      {"attachment.empty", "Tệp “{name}” không có nội dung", "Chọn đúng tệp cần đính kèm", "the file '{name}' is empty",
       "choose the right file"},
      {"attachment.gone", "Không còn tệp “{name}” trong kho", "Đính kèm lại tệp",
       "the file '{name}' is no longer in the store", "attach it again"},
      {"attachment.no-program", "Máy này không có chương trình mở tệp “{name}”",
       "Lưu tệp ra (Lưu thành…) rồi mở ở máy khác", "this PC has no program that opens '{name}'",
       "save it (Save as…) and open it elsewhere"},
  };
  return entries;
}

}  // namespace cchc
