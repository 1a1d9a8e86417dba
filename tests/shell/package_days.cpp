// A story of the office that has several packages of one section.
#include <wx/listbox.h>

#include "core/app/receive/receive.h"
#include "core/app/receive/review.h"
#include "core/app/send/submit.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/desks.h"
#include "tests/shell/driver/native.h"

namespace cchc::test {

using shell::utf8;

// Two PCs of one unit have sent different packages of one revision. One is chosen, and discarded; then the other one.
int severalPackages(int argc, char** argv, const std::filesystem::path& folder) {
  const auto demo = makeDemo(folder / "demo");
  const auto store = demo / "suite.sqlite";
  std::vector<std::filesystem::path> packages;
  for (const auto* target : {"400000000000", "500000000000"}) {
    const auto departments = folder / (std::string(target) + ".sqlite");
    std::filesystem::copy(demo / "departments.sqlite", departments);
    const auto suite = openElsewhere(departments, "Lê Thị Mẫu");
    if (!withdrawSection(*suite, budget())) return 2;
    const auto editing = SectionEditing::open(*suite, budget());
    const auto field = *(*editing)->definition().fieldIndex("revenue.target");
    std::vector<Finding> blocking;
    packages.push_back(folder / (std::string(target) + ".cchc"));
    if (!(*editing)->apply({{"Sửa", "Edit"}, {FieldEdit{field, Value{*Decimal::parse(target)}}}}) ||
        !submitSection(*suite, budget(), packages.back(), blocking))
      return 2;
  }
  {
    const auto office = openElsewhere(store, "Trần Văn Mẫu");
    for (const auto& package : packages) {
      if (!receiveFiles(*office, {package}, 1, [](const ReceivedFile&) {})) return 2;
    }
  }
  return drive(argc, argv, deskStart(folder, store, "296.VP", presentation::Role::office), [&](Driver& driver) {
    showBoard(driver);
    auto& board = *driver.frame().board();
    const auto line = [&] {
      for (const auto& each : board.board().lines) {
        if (each.key == budget()) return each;
      }
      return presentation::BoardLine{};
    };
    const auto select = [&] {
      driver.on([&] { board.select(budget()); });
      driver.until("the section", [&] { return !board.reading() && !driver.frame().task().running(); });
    };
    // Chooses the line whose words begin, or do not end, as said; and returns how many there were.
    const auto choose = [&](const std::function<bool(const std::string&)>& wanted) {
      driver.clickButton(board, "Chọn bản gửi");
      auto* dialog = driver.dialog();
      const auto lists = controlsOf<wxListBox>(*dialog);
      if (lists.size() != 1) driver.give("no list of packages");
      unsigned count = 0;
      int from = 0, to = wxNOT_FOUND;
      driver.look([&] {
        count = lists[0]->GetCount();
        from = lists[0]->GetSelection();
        for (unsigned i = 0; i < count; ++i) {
          if (wanted(utf8(lists[0]->GetString(i)))) to = static_cast<int>(i);
        }
      });
      if (to == wxNOT_FOUND) driver.give("the package is not offered");
      driver.on([&] { lists[0]->SetFocus(); });
      driver.settle();
      for (int at = from; at != to; at += to > at ? 1 : -1) {
        driver.key(to > at ? WXK_DOWN : WXK_UP);
        driver.until("the next package", [&] { return lists[0]->GetSelection() != at; });
      }
      driver.key(WXK_RETURN);
      driver.closed(dialog);
      return count;
    };
    select();
    MUST(driver, line().undecided && line().revision == 2);
    MUST(driver, refused(board.detail().buttonOf(DeskCommand::accept), "bản gửi") ||
                     board.detail().buttonOf(DeskCommand::accept)->IsEnabled());
    MUST(driver, lineOf(board.detail()).find("Có 2 bản gửi khác nhau") != std::string::npos);
    std::string first;
    driver.look([&] { first = line().digest; });
    const auto inUse = [](const std::string& text) { return text.ends_with("(đang dùng)"); };
    if (choose([&](const std::string& text) { return !inUse(text); }) != 2) driver.give("not two packages");
    driver.until("the other package",
                 [&] { return !line().digest.empty() && line().digest != first && !line().undecided; });
    std::string second;
    driver.look([&] { second = line().digest; });

    // It is discarded, with a reason. Nothing counts then, and the other one can still be chosen.
    select();
    driver.clickButton(board, "Loại bản gửi");
    auto* dialog = driver.dialog();
    driver.inputMethod("Máy cũ gửi nhầm");
    clickMiddle(driver, *wxWindow::FindWindowById(wxID_OK, dialog));
    driver.closed(dialog);
    driver.until("nothing counts", [&] { return !line().received && line().state == SectionState::draft; });
    select();
    MUST(driver, lineOf(board.detail()).find("Không có bản gửi nào được dùng") != std::string::npos);
    MUST(driver, refused(board.detail().buttonOf(DeskCommand::discard), ".") ||
                     !board.detail().buttonOf(DeskCommand::discard)->IsEnabled());
    if (choose([](const std::string& text) { return !text.ends_with("(đã loại)"); }) != 2)
      driver.give("not two packages, one of them discarded");
    driver.until("the first package counts",
                 [&] { return line().received && line().digest == first && line().state == SectionState::submitted; });
    select();
    driver.clickButton(board, "Chấp nhận");
    driver.until("it is accepted", [&] { return line().state == SectionState::accepted; });
  });
}

}  // namespace cchc::test
