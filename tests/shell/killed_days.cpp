// The window is killed while figures are typed (by killed_test.sh). Each figure that was finished is written to a file
// beside the store, so that the check afterwards knows what must be in the store.
#include <fcntl.h>
#include <unistd.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <fstream>

#include "core/presentation/window/settings.h"
#include "core/shell/widgets/convert.h"
#include "tests/shell/day.h"

namespace cchc::test {
namespace {

using presentation::FormRow;

// Writes a line "typing FIELD VALUE TEXT" or "finished FIELD VALUE TEXT" to the disk before anything else is typed.
class Progress {
 public:
  explicit Progress(const std::filesystem::path& file)
      : out_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600)) {
    std::ifstream in(file);
    for (std::string word, field, value, text; in >> word >> field >> value >> text;) {
      if (word == "typing") ++typed, again = field == lastField ? text : again;
      if (word == "finished") lastField = field, lastText = text, again.clear();
    }
  }
  ~Progress() { ::close(out_); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void say(const std::string& line) {
    const auto bytes = line + "\n";
    if (::write(out_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()) || ::fsync(out_) != 0)
      std::_Exit(2);
  }

  int typed = 0;
  std::string lastField, lastText;  // of the last figure that was finished before this start
  std::string again;  // was being typed into the same field when the window was killed; it may be in the store or not

 private:
  int out_;
};

struct Figure {
  std::string text, value;  // as typed, as stored
};

// A different figure each time.
Figure figure(FieldType type, int number) {
  const auto digits = std::to_string(100000 + number);
  if (type == FieldType::money) return {digits, digits + "000000"};  // typed in million đồng
  if (type == FieldType::integer) return {digits, digits};
  const auto whole = std::to_string(number % 100), tenth = std::to_string(number % 9 + 1);
  return {whole + "," + tenth, whole + "." + tenth};
}

// "100.007" becomes 100007: this story does not check how the form groups digits.
std::string ungrouped(std::string text) {
  std::erase(text, '.');
  return text;
}

wxTextCtrl* editor(Driver& driver) { return dynamic_cast<wxTextCtrl*>(driver.frame().form()->editor()); }

// The settings that the killed window left; at first those of a department.
Start startAgain(const std::filesystem::path& folder) {
  auto start = departmentStart(folder, folder / "phong.sqlite");
  if (std::filesystem::exists(start.settingsFile)) start.settings = presentation::readSettings(start.settingsFile);
  return start;
}

// The window is back in the section, at the position that was saved, and shows the last figure that was finished.
void lookBack(Driver& driver, const Start& start, const Progress& progress) {
  opened(driver);
  MUST(driver,
       driver.frame().view() == shell::MainFrame::View::form && driver.workspace().form()->editing().key() == budget());
  const auto& place = start.settings.lastPlace;
  if (!place.empty()) {
    const auto field = driver.workspace().form()->editing().definition().fieldIndex(place);
    MUST(driver, field && driver.frame().form()->current() &&
                     driver.workspace().form()->rows()[*driver.frame().form()->current()] ==
                         (FormRow{FormRow::Kind::field, *field}));
  }
  if (progress.lastField.empty()) return;
  driver.on([&] { driver.frame().form()->goTo(progress.lastField); });
  driver.until("the editor of the last figure",
               [&] { return editor(driver) != nullptr && editor(driver)->HasFocus(); });
  std::string shown, painted;
  driver.on([&] {
    const auto& form = *driver.workspace().form();
    shown = ungrouped(shell::utf8(editor(driver)->GetValue()));
    const auto line = form.line(*form.editing().definition().fieldIndex(progress.lastField));
    painted = line.computed ? shown : ungrouped(line.value);  // beside a stated figure the row shows the computed one
  });
  if (painted != shown || (shown != progress.lastText && (progress.again.empty() || shown != progress.again)))
    driver.give(progress.lastField + " shows " + shown + ", its row " + painted + "; finished was " +
                progress.lastText);
}

// Types figures into one field after the other, again and again.
void typeOn(Driver& driver, Progress& progress) {
  auto& frame = driver.frame();
  const auto& fields = driver.workspace().form()->editing().definition().fields;
  for (int number = progress.typed;;) {
    std::optional<std::size_t> row, field;
    bool last = false;
    driver.on([&] {
      row = frame.form()->current();
      last = !row || !driver.workspace().form()->nextEditable(row, true);
      if (!row) return;
      const auto one = driver.workspace().form()->rows()[*row];
      if (one.kind == FormRow::Kind::field && isNumeric(fields[one.index].type) &&
          driver.workspace().form()->editable(one.index))
        field = one.index;
    });
    if (field) {
      driver.until("the field's editor", [&] { return editor(driver) != nullptr && editor(driver)->HasFocus(); });
      const auto next = figure(fields[*field].type, number++);
      const auto words = fields[*field].id + " " + next.value + " " + next.text;
      progress.say("typing " + words);
      driver.type(next.text);
      driver.until("the typed figure", [&] { return shell::utf8(editor(driver)->GetValue()) == next.text; });
      driver.key(WXK_RETURN);
      if (!last) driver.until("the next field", [&] { return frame.form()->current() != row; });
      if (!last) progress.say("finished " + words);
    } else if (!last) {
      driver.key(WXK_TAB);
      driver.until("the next field", [&] { return frame.form()->current() != row; });
    }
    if (last) driver.on([&] { frame.form()->goTo(fields.front().id); });
  }
}

}  // namespace

int typeUntilKilled(int argc, char** argv, const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "phong.sqlite")) makeEmptyStore(folder / "phong.sqlite");
  Progress progress(folder / "progress");
  const auto start = startAgain(folder);
  return drive(argc, argv, start, [&](Driver& driver) {
    lookBack(driver, start, progress);
    typeOn(driver, progress);
  });
}

int backAfterKill(int argc, char** argv, const std::filesystem::path& folder) {
  const Progress progress(folder / "progress");
  if (progress.lastField.empty()) return std::fprintf(stderr, "nothing was typed before\n"), 2;
  const auto start = startAgain(folder);
  return drive(argc, argv, start, [&](Driver& driver) { lookBack(driver, start, progress); });
}

}  // namespace cchc::test
