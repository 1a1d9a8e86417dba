// Messages about plugins.
#include "core/base/messages.h"

namespace cchc {

std::span<const MessageEntry> pluginMessages() {
  static constexpr MessageEntry entries[] = {
      {"plugin.not-a-library", "Không nạp được thư viện ({reason})",
       "Cài lại phần mềm, hoặc bỏ tệp này khỏi thư mục plugins", "the library cannot be loaded ({reason})",
       "install the program again, or take the file out of the plugins folder"},
      {"plugin.no-symbols", "Tệp không phải là plugin của CCHC Suite",
       "Bỏ tệp này khỏi thư mục plugins, hoặc thay bằng bản đúng", "the file is not a plugin of CCHC Suite",
       "take it out of the plugins folder, or put the right one in its place"},
      {"plugin.other-version", "Plugin dùng giao diện bản {version}, chương trình cần bản {expected}",
       "Cập nhật plugin và chương trình cho cùng một bản",
       "the plugin was made for interface {version}, the program has {expected}",
       "update plugin and program to the same release"},
      {"plugin.threw", "Plugin gặp lỗi khi chạy {function}", "Cập nhật plugin, hoặc báo cho người làm ra nó",
       "the plugin failed in {function}", "update the plugin, or tell whoever makes it"},
      {"plugin.refused", "Plugin “{id}” tự báo không đăng ký được",
       "Kiểm tra các tệp mẫu phần báo cáo bên cạnh plugin, hoặc cài lại",
       "plugin '{id}' reported that it could not register",
       "see whether its definition files lie beside it, or install it again"},
      {"plugin.duplicate-id", "Đã có một plugin mang mã “{id}”", "Chỉ giữ một trong hai tệp",
       "a plugin with the id '{id}' is loaded already", "keep one of the two files"},
      {"plugin.check-failed", "Phép kiểm tra “{check}” của plugin không chạy được, các phép khác vẫn chạy",
       "Báo cho người phụ trách phần mềm", "the plugin's check '{check}' failed; the others ran",
       "tell whoever looks after the program"},
      {"plugin.no-importer", "Mẫu “{definition}” không có cách nhập “{importer}”",
       "Xem danh sách bằng lệnh: cchc plugins", "definition '{definition}' has no importer '{importer}'",
       "list them with: cchc plugins"},
      {"plugin.nothing-imported", "Không tìm thấy dòng nào mà “{importer}” nhập được",
       "Kiểm tra lại tệp hoặc đoạn văn bản đã chọn", "'{importer}' found nothing to take in",
       "see whether it is the right file or text"},
      {"plugin.importer-refused", "{vi}", "{fix_vi}", "{en}", "{fix_en}"},
      {"plugin.importer-field", "Cách nhập này ghi vào chỉ tiêu không có trong mẫu", "Cập nhật plugin",
       "the importer writes to a field that the definition does not have", "update the plugin"},
      {"plugin.missing", "Plugin của phần này chưa được nạp nên phần chỉ xem được", "Xem lý do bằng lệnh: cchc plugins",
       "the plugin of this section is not loaded, so it is read-only", "see why with: cchc plugins"},
  };
  return entries;
}

}  // namespace cchc
