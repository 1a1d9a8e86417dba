// A department works on a shared store over a network that fails.
#include <cstdio>
#include <cstdlib>

#include "core/app/shared/outbox.h"
#include "tests/shell/day.h"
#include "tests/support/postgres_server.h"

namespace cchc::test {
namespace {

void enter(Driver& driver, const std::string& field, const std::string& typed) {
  auto& frame = driver.frame();
  driver.on([&] { frame.form()->goTo(field); });
  driver.until("the editor of " + field,
               [&] { return frame.form()->editor() != nullptr && frame.form()->editor()->HasFocus(); });
  driver.type(typed);
  driver.key(WXK_RETURN);
}

void comes(Driver& driver, const std::string& field, const char* figure) {
  const auto& form = driver.workspace().form()->editing().definition();
  driver.until(field + " " + figure, [&] {
    return driver.workspace().form()->editing().data().fields[*form.fieldIndex(field)] ==
           Value{*Decimal::parse(figure)};
  });
}

}  // namespace

int sharedStoreHangs(int argc, char** argv, const std::filesystem::path& folder) {
  std::string reason;
  const auto server = PostgresServer::start(&reason);
  if (!server) {
    std::printf("skipped: %s\n", reason.c_str());
    return 0;
  }
  ::setenv("XDG_DATA_HOME", (folder / "home").c_str(), 1);  // the folder of the outbox
  const auto address = server->freshDatabase();
  makeEmptyStore(address);
  const int status = drive(argc, argv, departmentStart(folder, address), [&](Driver& driver) {
    opened(driver);
    auto& frame = driver.frame();
    auto& workspace = driver.workspace();
    enter(driver, "revenue.target", "387425");
    comes(driver, "revenue.target", "387425000000");
    driver.until("the state of a section that has begun",
                 [&] { return !workspace.form()->editing().header().headDigest.empty(); });

    // The server stops answering. If the window waited for it, nothing of the following would happen.
    server->hang();
    enter(driver, "revenue.actual", "177357");
    comes(driver, "revenue.actual", "177357000000");
    driver.on([&] { frame.form()->SetFocus(); });
    driver.key('Z', wxMOD_CONTROL);
    comes(driver, "revenue.target", "387425000000");
    driver.until("undone", [&] { return workspace.form()->editing().redoable() != nullptr; });
    driver.key('Y', wxMOD_CONTROL);
    comes(driver, "revenue.actual", "177357000000");
    // A view that asks the store does not block the window.
    driver.on([&] { frame.showView(shell::MainFrame::View::overview); });
    driver.on([&] { frame.showView(shell::MainFrame::View::form); });
    MUST(driver, workspace.suite().outbox->size() > 0);

    server->goOn();
    driver.until("all sent", [&] { return workspace.suite().outbox->empty(); });
    const auto elsewhere = openElsewhere(address, "Văn phòng");
    const auto seen = SectionEditing::open(*elsewhere, budget());
    if (!seen || (*seen)->data().fields != workspace.form()->editing().data().fields)
      driver.give("the store has other figures");
    if (!elsewhere->store.verifyJournal(budget())->empty()) driver.give("the journal is not whole");

    // The connection is lost. The person types on and sees that; when the window is closed now, nothing is lost.
    server->stop();
    enter(driver, "revenue.actual", "178000");
    comes(driver, "revenue.actual", "178000000000");
    driver.until("the status line tells of it",
                 [&] { return frame.GetStatusBar()->GetStatusText(3).StartsWith(wxString::FromUTF8("Mất kết nối")); });
  });
  if (status != 0) return status;
  if (!server->startAgain()) return 3;
  // The next start, of the window or of any program of this person, sends the edits that waited.
  const auto next = openElsewhere(address, "Lê Thị Mẫu");
  const auto seen = SectionEditing::open(*next, budget());
  if (!seen) return 4;
  const auto actual = *(*seen)->definition().fieldIndex("revenue.actual");
  return (*seen)->data().fields[actual] == Value{*Decimal::parse("178000000000")} ? 0 : 5;
}

}  // namespace cchc::test
