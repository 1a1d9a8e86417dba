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
      {"store.open", "Không mở được kho dữ liệu ({reason})", "Kiểm tra đường dẫn, quyền truy cập, hoặc địa chỉ máy chủ", "the store cannot be opened ({reason})",
       "look at its path, permissions, or the server's address"},
      {"store.failed", "Kho dữ liệu báo lỗi ({reason})", "Làm lại; nếu vẫn lỗi, gửi thông báo này cho người phụ trách phần mềm", "the store failed ({reason})",
       "try again; if it persists, send this message to whoever looks after the program"},
      {"store.backup-failed", "Không sao lưu được ({reason})", "Chọn nơi khác còn chỗ trống; kho dữ liệu không bị ảnh hưởng", "the backup failed ({reason})",
       "choose another place with room; the store is untouched"},
      {"store.backup-exists", "Đã có tệp này", "Chọn một tên tệp mới", "the file is there already", "choose a new name"},
      {"store.backup-postgresql", "Kho PostgreSQL được sao lưu bằng công cụ của máy chủ", "Dùng pg_dump", "a PostgreSQL store is backed up with the server's own tool", "use pg_dump"},
  };
  return entries;
}

}  // namespace cchc
