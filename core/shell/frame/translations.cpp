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

// The texts that the toolkit shows. The English text of each is its message id in the toolkit.
constexpr std::array codes = {
    "toolkit.all-files",
    "toolkit.cancel",
    "toolkit.choose-a-file",
    "toolkit.choose-directory",
    "toolkit.close",
    "toolkit.close-this-window",
    "toolkit.copies",
    "toolkit.error",
    "toolkit.first-page",
    "toolkit.goto-page",
    "toolkit.information",
    "toolkit.key-about",
    "toolkit.key-apply",
    "toolkit.key-cancel",
    "toolkit.key-clear",
    "toolkit.key-close",
    "toolkit.key-close-more",
    "toolkit.key-copy",
    "toolkit.key-cut",
    "toolkit.key-delete",
    "toolkit.key-details",
    "toolkit.key-edit",
    "toolkit.key-file",
    "toolkit.key-find-more",
    "toolkit.key-goto-more",
    "toolkit.key-help",
    "toolkit.key-no",
    "toolkit.key-ok",
    "toolkit.key-open",
    "toolkit.key-open-more",
    "toolkit.key-paste",
    "toolkit.key-print",
    "toolkit.key-print-more",
    "toolkit.key-redo",
    "toolkit.key-save",
    "toolkit.key-save-more",
    "toolkit.key-undo",
    "toolkit.key-yes",
    "toolkit.last-page",
    "toolkit.next-page",
    "toolkit.no",
    "toolkit.ok",
    "toolkit.open",
    "toolkit.page-number",
    "toolkit.page-number-of",
    "toolkit.page-of-count",
    "toolkit.page-setup",
    "toolkit.page-setup-failed",
    "toolkit.paper-size",
    "toolkit.preparing",
    "toolkit.preview",
    "toolkit.preview-not-created",
    "toolkit.preview-not-started",
    "toolkit.previous-page",
    "toolkit.print",
    "toolkit.print-job-not-started",
    "toolkit.print-preview",
    "toolkit.print-preview-failure",
    "toolkit.print-preview-lower",
    "toolkit.printing",
    "toolkit.printing-error",
    "toolkit.printing-more",
    "toolkit.printing-not-started",
    "toolkit.printing-page",
    "toolkit.printing-page-of",
    "toolkit.printing-wait",
    "toolkit.question",
    "toolkit.save",
    "toolkit.save-as",
    "toolkit.search",
    "toolkit.warning",
    "toolkit.yes",
    "toolkit.zoom-in",
    "toolkit.zoom-out",
};

// A catalogue in GNU's binary format, which the toolkit reads: a header, two tables of lengths and offsets, then the
// strings, sorted by their English text.
std::string catalogue() {
  std::vector<std::pair<std::string, std::string>> all{
      {"", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"}};
  for (const auto* code : codes) all.emplace_back(text(code, Language::en), text(code, Language::vi));
  std::sort(all.begin(), all.end());
  const auto count = static_cast<std::uint32_t>(all.size());
  std::string bytes, strings;
  const auto number = [&](std::uint32_t value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
  constexpr std::uint32_t header = 28;
  const std::uint32_t first = header + count * 16;
  number(0x950412de), number(0), number(count), number(header), number(header + count * 8), number(0), number(first);
  for (const bool translated : {false, true}) {
    for (const auto& [english, vietnamese] : all) {
      const auto& shown = translated ? vietnamese : english;
      number(static_cast<std::uint32_t>(shown.size()));
      number(first + static_cast<std::uint32_t>(strings.size()));
      strings += shown;
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
// GTK replaces a button that has the label of one of its stock buttons by that stock button, in the language of the
// desktop. Therefore the stock buttons are relabelled.
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
  // GTK's id of the button, and the code of its label.
  constexpr std::pair<const char*, const char*> buttons[] = {
      {"gtk-ok", "toolkit.stock-ok"},         {"gtk-cancel", "toolkit.stock-cancel"},
      {"gtk-close", "toolkit.stock-close"},   {"gtk-yes", "toolkit.stock-yes"},
      {"gtk-no", "toolkit.stock-no"},         {"gtk-open", "toolkit.stock-open"},
      {"gtk-save", "toolkit.stock-save"},     {"gtk-add", "toolkit.stock-add"},
      {"gtk-help", "toolkit.stock-help"},     {"gtk-print", "toolkit.stock-print"},
      {"gtk-delete", "toolkit.stock-delete"}, {"gtk-apply", "toolkit.stock-apply"},
  };
  for (const auto& [id, code] : buttons) {
    const std::string label(text(code, language));
    const StockItem item{id, label.c_str(), 0, 0, nullptr};  // GTK copies it
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
  wxTranslations::Set(translations);  // takes ownership and deletes the object before it
  translations->SetLoader(new OwnCatalogue);
  translations->SetLanguage(language == Language::en ? "en" : "vi");
  if (language == Language::vi) translations->AddCatalog("wxstd", wxLANGUAGE_ENGLISH);
  nameStockButtons(language);
}

}  // namespace cchc::shell
