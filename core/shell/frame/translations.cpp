#include "core/shell/frame/translations.h"

#include <wx/arrstr.h>
#include <wx/translation.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/platform.h"

namespace cchc::shell {
namespace {

// English as the toolkit has it, and Vietnamese.
constexpr std::array words = {
    std::pair{"&About", "&Giới thiệu"},
    std::pair{"&Apply", "Á&p dụng"},
    std::pair{"&Cancel", "&Thôi"},
    std::pair{"&Clear", "&Xóa"},
    std::pair{"&Close", "Đón&g"},
    std::pair{"&Close...", "Đón&g"},
    std::pair{"&Copy", "&Chép"},
    std::pair{"&Cut", "&Cắt"},
    std::pair{"&Delete", "&Xóa"},
    std::pair{"&Details", "&Chi tiết"},
    std::pair{"&Edit", "&Sửa"},
    std::pair{"&File", "&Tệp"},
    std::pair{"&Find...", "&Tìm…"},
    std::pair{"&Goto...", "&Đến…"},
    std::pair{"&Help", "Trợ &giúp"},
    std::pair{"&No", "&Không"},
    std::pair{"&OK", "Đồ&ng ý"},
    std::pair{"&Open", "&Mở"},
    std::pair{"&Open...", "&Mở…"},
    std::pair{"&Paste", "&Dán"},
    std::pair{"&Print", "&In"},
    std::pair{"&Print...", "&In…"},
    std::pair{"&Redo", "&Làm lại"},
    std::pair{"&Save", "&Lưu"},
    std::pair{"&Save...", "&Lưu…"},
    std::pair{"&Undo", "&Hoàn tác"},
    std::pair{"&Yes", "&Có"},
    std::pair{"%i of %u", "%i / %u"},
    std::pair{"All files (%s)|%s", "Mọi tệp (%s)|%s"},
    std::pair{"Cancel", "Thôi"},
    std::pair{"Choose a directory:", "Chọn thư mục:"},
    std::pair{"Choose a file", "Chọn tệp"},
    std::pair{"Close", "Đóng"},
    std::pair{"Close this window", "Đóng cửa sổ này"},
    std::pair{"Copies:", "Số bản:"},
    std::pair{"Error", "Lỗi"},
    std::pair{"First page", "Trang đầu"},
    std::pair{"Goto Page", "Đến trang"},
    std::pair{"Information", "Thông tin"},
    std::pair{"Last page", "Trang cuối"},
    std::pair{"Next page", "Trang sau"},
    std::pair{"No", "Không"},
    std::pair{"OK", "Đồng ý"},
    std::pair{"Open", "Mở"},
    std::pair{"Page %d", "Trang %d"},
    std::pair{"Page %d of %d", "Trang %d / %d"},
    std::pair{"Page Setup", "Khổ giấy và lề"},
    std::pair{"Paper size", "Khổ giấy"},
    std::pair{"Please wait while printing...", "Đang in, xin chờ…"},
    std::pair{"Preparing", "Đang chuẩn bị"},
    std::pair{"Preview:", "Xem trước:"},
    std::pair{"Previous page", "Trang trước"},
    std::pair{"Print", "In"},
    std::pair{"Print Preview", "Xem trước bản in"},
    std::pair{"Print preview", "Xem trước bản in"},
    std::pair{"Print Preview Failure", "Không xem trước được"},
    std::pair{"Printing", "Đang in"},
    std::pair{"Printing Error", "Lỗi khi in"},
    std::pair{"Printing page %d", "Đang in trang %d"},
    std::pair{"Printing page %d of %d", "Đang in trang %d / %d"},
    std::pair{"Printing...", "Đang in…"},
    std::pair{"Question", "Câu hỏi"},
    std::pair{"Save", "Lưu"},
    std::pair{"Save as", "Lưu thành"},
    std::pair{"Search", "Tìm"},
    std::pair{"Sorry, could not create a preview.", "Không xem trước bản in được."},
    std::pair{"There was a problem during page setup: you may need to set a default printer.",
              "Không đặt khổ giấy được: hãy chọn một máy in mặc định."},
    std::pair{"Unable to start print job.", "Không bắt đầu in được."},
    std::pair{"Warning", "Cảnh báo"},
    std::pair{"Yes", "Có"},
    std::pair{"Zoom In", "Phóng to"},
    std::pair{"Zoom Out", "Thu nhỏ"},
    std::pair{"Could not start document preview.", "Không xem trước bản in được."},
    std::pair{"Could not start printing.", "Không bắt đầu in được."},
};

// GNU's binary form of a catalogue, as the toolkit reads it: header, two tables of length and offset, then the strings,
// sorted.
std::string catalogue() {
  std::vector<std::pair<std::string, std::string>> all{
      {"", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"}};
  for (const auto& [english, vietnamese] : words) all.emplace_back(english, vietnamese);
  std::sort(all.begin(), all.end());
  const auto count = static_cast<std::uint32_t>(all.size());
  std::string bytes, strings;
  const auto number = [&](std::uint32_t value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
  constexpr std::uint32_t header = 28;
  const std::uint32_t first = header + count * 16;
  number(0x950412de), number(0), number(count), number(header), number(header + count * 8), number(0), number(first);
  for (const bool translated : {false, true}) {
    for (const auto& [english, vietnamese] : all) {
      const auto& text = translated ? vietnamese : english;
      number(static_cast<std::uint32_t>(text.size()));
      number(first + static_cast<std::uint32_t>(strings.size()));
      strings += text;
      strings += '\0';
    }
  }
  return bytes + strings;
}

class OwnCatalogue final : public wxTranslationsLoader {
 public:
  wxMsgCatalog* LoadCatalog(const wxString& domain, const wxString& language) override {
    if (language != "vi") return nullptr;
    const auto bytes = catalogue();
    wxScopedCharBuffer data = wxScopedCharBuffer::CreateNonOwned(bytes.data(), bytes.size());
    return wxMsgCatalog::CreateFromData(data, domain);
  }
  wxArrayString GetAvailableTranslations(const wxString&) const override {
    wxArrayString languages;
    languages.Add("vi");
    return languages;
  }
};

#ifdef __WXGTK__
// A button that says what GTK's own button says is made GTK's own, in the language of the desktop: those are renamed.
struct StockItem {  // GtkStockItem
  const char* id;
  const char* label;
  int modifier;
  unsigned key;
  const char* domain;
};
void nameStockButtons(Language language) {
  using Add = void (*)(const StockItem*, unsigned);
  static const auto add = reinterpret_cast<Add>(platform::loadedFunction("gtk_stock_add"));
  if (add == nullptr) return;
  struct Name {
    const char *id, *vi, *en;
  };
  constexpr Name names[] = {
      {"gtk-ok", "Đồ_ng ý", "_OK"},   {"gtk-cancel", "_Thôi", "_Cancel"}, {"gtk-close", "Đón_g", "_Close"},
      {"gtk-yes", "_Có", "_Yes"},     {"gtk-no", "_Không", "_No"},        {"gtk-open", "_Mở", "_Open"},
      {"gtk-save", "_Lưu", "_Save"},  {"gtk-add", "_Thêm", "_Add"},       {"gtk-help", "Trợ _giúp", "_Help"},
      {"gtk-print", "_In", "_Print"}, {"gtk-delete", "_Xóa", "_Delete"},  {"gtk-apply", "Á_p dụng", "_Apply"}};
  for (const auto& name : names) {
    const StockItem item{name.id, language == Language::vi ? name.vi : name.en, 0, 0, nullptr};
    add(&item, 1);
  }
}
#else
void nameStockButtons(Language) {}
#endif

}  // namespace

void translateToolkit(Language language) {
  static std::optional<Language> present;
  if (present == language) return;
  present = language;
  auto* translations = new wxTranslations;
  wxTranslations::Set(translations);  // owns it, and forgets the one before
  translations->SetLoader(new OwnCatalogue);
  translations->SetLanguage(language == Language::en ? "en" : "vi");
  if (language == Language::vi) translations->AddCatalog("wxstd", wxLANGUAGE_ENGLISH);
  nameStockButtons(language);
}

}  // namespace cchc::shell
