// Stories of the first start: it is cancelled; a server cannot be reached, and one does not answer.
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/stattext.h>

#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

// Accepts connections and sends nothing.
class SilentServer {
 public:
  SilentServer() : listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listening_, 8) != 0)
      std::_Exit(2);
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(listening_); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;
  std::string address() const { return "postgresql://127.0.0.1:" + std::to_string(port_) + "/none"; }
  // Waits for a connection and returns it.
  int visitor() const { return ready(listening_) ? ::accept(listening_, nullptr, nullptr) : -1; }
  // Waits until the other side has closed the connection.
  static bool gone(int visitor) {
    for (char byte; ready(visitor);) {
      if (::read(visitor, &byte, 1) <= 0) return ::close(visitor) == 0;
    }
    return false;
  }

 private:
  static bool ready(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, 60'000) == 1;
  }
  int listening_, port_ = 0;
};

// The messages that the dialogue shows below its controls.
std::string told(wxDialog& dialog) {
  std::string all;
  for (auto* child : dialog.GetChildren()) {
    auto* text = dynamic_cast<wxStaticText*>(child);
    if (text != nullptr && text->IsShown() && child != dialog.GetChildren().GetFirst()->GetData() &&
        !text->GetLabel().empty())
      all += (all.empty() ? "" : "|") + shell::utf8(text->GetLabel());
  }
  return all;
}

void typeAddress(Driver& driver, wxDialog& dialog, const std::string& address) {
  auto* where = dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Kho dữ liệu"), &dialog));
  driver.on([&] { where->SetFocus(); });
  driver.settle();
  driver.key('A', wxMOD_CONTROL);
  driver.type(address);
  driver.until("the typed address", [&] { return shell::utf8(where->GetValue()) == address; });
  driver.key(WXK_RETURN);
}

// The same at once, without keys.
void enterAddress(Driver& driver, wxComboBox& where, const std::string& address) {
  driver.on([&] {
    where.SetValue(shell::wx(address));
    wxCommandEvent entered(wxEVT_TEXT_ENTER, where.GetId());
    entered.SetEventObject(&where);
    where.GetEventHandler()->ProcessEvent(entered);
  });
}

std::size_t dialogues() {
  std::size_t count = 0;
  for (auto* window : wxTopLevelWindows) count += window->IsShown() ? 1 : 0;
  return count;
}

}  // namespace

// The first start is cancelled while a store is read. The program waits for the thread that reads it, since that uses
// the program's clock, and its log is complete.
int cancelledStart(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  Start start;
  start.settingsFile = folder / "settings.json";
  const int status = drive(argc, argv, start, [&](Driver& driver) {
    auto* dialog = driver.dialog();
    auto* where = dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Kho dữ liệu"), dialog));
    enterAddress(driver, *where, store.string());
    driver.press(*dialog, "Thôi");
  });
  const auto log = contentOf(folder / "cchc-suite.log");
  const bool told = log.find(" start ") != std::string::npos && log.find(" end") != std::string::npos;
  // The toolkit gives this status if there is nothing to run.
  return status != -1 ? 3 : told ? 0 : 4;
}

int deadServer(int argc, char** argv, const std::filesystem::path& folder) {
  const auto store = folder / "phong.sqlite";
  makeEmptyStore(store);
  setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  const SilentServer silent;
  Start start;
  start.settingsFile = folder / "settings.json";
  return drive(argc, argv, start, [&](Driver& driver) {
    auto* dialog = driver.dialog();
    auto* begin = wxWindow::FindWindowById(wxID_OK, dialog);
    auto* unit = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shell::wx("Đơn vị của bạn"), dialog));
    // No server listens there. The dialogue shows that once, with what to do and without the password. Start changes
    // nothing.
    typeAddress(driver, *dialog, "postgresql://an:mat-khau@127.0.0.1:1/none");
    driver.until("what is wrong", [&] { return told(*dialog).find("Không mở được kho dữ liệu") != std::string::npos; });
    std::string first;
    driver.on([&] { first = told(*dialog); });
    MUST(driver, first.find("127.0.0.1:1/none") != std::string::npos && first.find("Kiểm tra") != std::string::npos &&
                     first.find("mat-khau") == std::string::npos);
    MUST(driver,
         first.find('|') == std::string::npos && first.find("Đang kết nối") == std::string::npos && dialogues() == 1);
    driver.clickButton(*dialog, "Bắt đầu");
    MUST(driver, dialog->IsModal() && dialogues() == 1 && told(*dialog) == first && !driver.hasFrame());

    // A server accepts the connection and does not answer. Another address can be entered meanwhile, and the first one
    // has no effect any more.
    const auto reachSilent = [&] {
      typeAddress(driver, *dialog, silent.address());
      driver.until("the attempt", [&] { return told(*dialog).starts_with("Đang kết nối"); });
      const int visitor = silent.visitor();
      if (visitor < 0) driver.give("nobody connects");
      return visitor;
    };
    const auto waitFor = [&](int visitor) {
      if (!SilentServer::gone(visitor)) driver.give("the silent server is waited for without end");
      driver.settle();
    };
    int visitor = reachSilent();
    typeAddress(driver, *dialog, (folder / "chua-co.sqlite").string());
    driver.until("the store that is to be made", [&] { return told(*dialog).starts_with("Kho dữ liệu này chưa có"); });
    waitFor(visitor);
    MUST(driver, told(*dialog).starts_with("Kho dữ liệu này chưa có"));
    visitor = reachSilent();
    typeAddress(driver, *dialog, store.string());
    driver.until("the units of the other store", [&] { return unit->GetCount() > 10; });
    waitFor(visitor);
    MUST(driver, begin->IsEnabled() && told(*dialog).empty() && unit->GetCount() > 10);

    // The same holds while the sample is made. The address is set at once, before the sample is complete.
    auto* where = dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shell::wx("Kho dữ liệu"), dialog));
    driver.press(*dialog, "Mở số liệu mẫu");
    enterAddress(driver, *where, store.string());
    driver.until("the units, and a start",
                 [&] { return begin->IsEnabled() && told(*dialog).empty() && unit->GetCount() > 10; });
    driver.until("the sample", [&] { return std::filesystem::exists(folder / "data" / "cchc" / "binh-giang"); });
    driver.settle();
    MUST(driver, begin->IsEnabled() && shell::utf8(where->GetValue()) == store.string());
    driver.on([&] { unit->SetStringSelection(shell::wx("Phòng Tài chính - Kế hoạch")); });
    driver.clickButton(*dialog, "Bắt đầu");
    driver.closed(dialog);
    driver.until("the window",
                 [&] { return driver.hasFrame() && driver.frame().IsShown() && driver.workspace().form() != nullptr; });
    MUST(driver, driver.workspace().settings.store == store.string());
  });
}

}  // namespace cchc::test
