// Messages about the store.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> storeMessages() {
  static constexpr MessageEntry entries[] = {
      {"store.newer", "Kho dữ liệu do bản mới hơn tạo ra (bản {version}, chương trình này biết đến bản {known}); chưa có gì bị thay đổi", "Cập nhật chương trình rồi mở lại",
       "the store was made by a newer program (version {version}, this one knows {known}); nothing was touched", "update the program and open it again"},
      {"store.network-share", "Kho dữ liệu nằm trên ổ mạng; khóa tệp ở đó không tin cậy nên có thể mất dữ liệu",
       "Đặt kho trên ổ đĩa của máy này, hoặc dùng kho chung PostgreSQL", "the store lies on a network share, where file locks cannot be trusted and data may be lost",
       "put it on a disk of this machine, or use a shared PostgreSQL store"},
      {"store.no-folder", "Không có thư mục {folder}", "Tạo thư mục, hoặc chọn nơi khác cho kho", "there is no folder {folder}", "make it, or choose another place"},
      {"store.read-only", "Kho dữ liệu chỉ đọc được, không ghi được ({reason})", "Cấp quyền ghi tệp và thư mục của kho, hoặc chép kho sang nơi ghi được",
       "the store cannot be written to ({reason})", "give write permission to its file and folder, or copy it to where it can be written"},
      {"store.full", "Đĩa đầy, thay đổi chưa được ghi ({reason})", "Giải phóng dung lượng rồi làm lại; dữ liệu đã lưu trước đó còn nguyên",
       "the disk is full; the change was not saved ({reason})", "free some space and try again; what was saved before is intact"},
      {"store.busy", "Kho dữ liệu đang bận quá lâu ({reason})", "Chờ chương trình khác xong việc rồi làm lại", "the store was busy for too long ({reason})",
       "wait for the other program and try again"},
      {"store.not-a-store", "Tệp không phải là kho dữ liệu của CCHC Suite", "Chọn đúng tệp kho, hoặc một tên tệp mới", "the file is not a store of CCHC Suite",
       "choose the right file, or a new name"},
      {"store.damaged", "Kho dữ liệu bị hỏng ({reason})", "Khôi phục từ bản sao lưu gần nhất; giữ lại tệp hỏng", "the store is damaged ({reason})",
       "restore the latest backup, and keep the damaged file"},
      {"store.denied", "Tài khoản này không được làm việc đó trong kho dùng chung ({reason})", "Đăng nhập bằng tài khoản của đơn vị phụ trách phần này, hoặc đề nghị Văn phòng cấp quyền",
       "this account may not do that in the shared store ({reason})", "log in with the account of the unit that reports this section, or ask the office for the right"},
      {"store.connection-lost", "Mất kết nối với kho dùng chung ({reason}); việc này chưa được ghi", "Có mạng thì làm lại; số liệu nhập ở biểu mẫu vẫn được giữ ở máy này và tự gửi đi khi có mạng",
       "the connection to the shared store was lost ({reason}); this was not saved", "do it again when it is back; figures entered in a form are kept on this PC and go out by themselves then"},
      {"store.open", "Không mở được kho dữ liệu ({reason})", "Kiểm tra đường dẫn, quyền truy cập, hoặc địa chỉ máy chủ", "the store cannot be opened ({reason})",
       "look at its path, permissions, or the server's address"},
      {"store.failed", "Kho dữ liệu báo lỗi ({reason})", "Làm lại; nếu vẫn lỗi, gửi thông báo này cho người phụ trách phần mềm", "the store failed ({reason})",
       "try again; if it persists, send this message to whoever looks after the program"},
      {"store.backup-failed", "Không sao lưu được ({reason})", "Chọn nơi khác còn chỗ trống; kho dữ liệu không bị ảnh hưởng", "the backup failed ({reason})",
       "choose another place with room; the store is untouched"},
      {"store.backup-exists", "Đã có tệp này", "Chọn một tên tệp mới", "the file is there already", "choose a new name"},
      {"store.damaged-with-backup", "Kho dữ liệu bị hỏng ({reason}); bản sao lưu gần nhất: {backup}", "Khôi phục: cchc --store {store} restore {backup} --replace; kho hỏng được giữ lại bên cạnh",
       "the store is damaged ({reason}); the latest backup is {backup}", "restore it: cchc --store {store} restore {backup} --replace; the damaged store is kept beside it"},
      {"store.restore-exists", "Nơi khôi phục đã có một kho dữ liệu", "Chọn nơi khác, hoặc thêm --replace: kho đang có được giữ lại bên cạnh",
       "there is a store already where the backup is to be restored", "choose another place, or add --replace: the present store is kept beside it"},
      {"store.restore-failed", "Không khôi phục được ({reason}); kho đang dùng không bị ảnh hưởng", "Chọn bản sao lưu khác hoặc nơi khác",
       "the backup could not be restored ({reason}); the present store is untouched", "choose another backup or another place"},
      {"journal.time", "Không phải là ngày hay giờ", "Ghi như 2023-08-28 hoặc 2023-08-28T09:00:00Z (giờ UTC)", "this is no day or time",
       "write it like 2023-08-28 or 2023-08-28T09:00:00Z (UTC)"},
      {"journal.missing", "Nhật ký thiếu mục số {sequence}", "Khôi phục từ bản sao lưu và báo người phụ trách: có người đã xóa mục này khỏi kho", "the journal lacks entry {sequence}",
       "restore a backup and tell whoever is in charge: somebody took the entry out of the store"},
      {"journal.changed", "Mục số {sequence} của nhật ký đã bị sửa", "Khôi phục từ bản sao lưu và báo người phụ trách", "entry {sequence} of the journal was changed",
       "restore a backup and tell whoever is in charge"},
      {"journal.order", "Mục số {sequence} của nhật ký không nối tiếp mục đứng trước", "Khôi phục từ bản sao lưu và báo người phụ trách: các mục đã bị đổi chỗ hoặc có mục bị xóa",
       "entry {sequence} of the journal does not follow the one before it", "restore a backup and tell whoever is in charge: entries were swapped or one was taken out"},
      {"journal.head", "Nhật ký bị cắt: thiếu mục số {sequence} và các mục sau", "Khôi phục từ bản sao lưu và báo người phụ trách",
       "the journal was cut off: entry {sequence} and what follows are missing", "restore a backup and tell whoever is in charge"},
      {"journal.value", "Kho ghi {stands}, nhật ký ghi {journal}", "Khôi phục từ bản sao lưu, hoặc nhập lại chỉ tiêu này: giá trị trong kho không đi qua chương trình",
       "the store holds {stands}, the journal says {journal}", "restore a backup, or enter the figure again: it did not come through the program"},
      {"store.no-server-tools", "Máy này không có công cụ {place} của PostgreSQL", "Cài gói postgresql-client, hoặc làm việc này trên máy chủ", "PostgreSQL's {place} is not on this machine",
       "install postgresql-client, or do this on the server"},
      {"store.restore-shared", "Kho dùng chung được khôi phục vào một cơ sở dữ liệu mới, không thay cơ sở dữ liệu đang dùng", "Bỏ --replace; tạo cơ sở dữ liệu mới bằng createdb rồi ghi tên nó ở --store",
       "a shared store is restored into a new database, never over the present one", "leave --replace out; make a new database with createdb and name it with --store"},
  };
  return entries;
}

}  // namespace cchc
