#include "core/shell/section/import_dialog.h"

#include <wx/button.h>
#include <wx/filedlg.h>

#include <algorithm>
#include <array>

#include "core/app/section/fill.h"
#include "core/presentation/section/entry.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/colours.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/cut_text_tip.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

using presentation::ColumnMeaning;
using presentation::ImportSource;

namespace {

constexpr std::size_t shownRows = 8, shownFindings = 500;
constexpr std::array<int, 4> powers = {0, 3, 6, 9};

}  // namespace

std::filesystem::path chooseImportFile(wxWindow* parent, presentation::Words words) {
  wxFileDialog dialog(
      parent, wx(words("Nhập số liệu từ tệp", "Import values from a file")), "", "",
      wx(words("Bảng tính, CSV, XML (*.xlsx;*.csv;*.tsv;*.txt;*.xml)|*.xlsx;*.csv;*.tsv;*.txt;*.xml|Mọi tệp|*",
               "Sheets, CSV, XML (*.xlsx;*.csv;*.tsv;*.txt;*.xml)|*.xlsx;*.csv;*.tsv;*.txt;*.xml|All files|*")),
      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  return dialog.ShowModal() == wxID_OK ? std::filesystem::path(utf8(dialog.GetPath())) : std::filesystem::path();
}

ImportDialog::ImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("Nhập số liệu từ tệp", "Import values from a file")),
               wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      workspace_(workspace) {
  const auto& editing = workspace.form()->editing();
  definition_ = workspace.suite().catalogue.find(editing.key().definition);
  present_ = std::make_shared<SectionData>(editing.data());
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  auto* title =
      new wxStaticText(this, wxID_ANY, wx(presentation::sectionTitle(editing.definition(), workspace.words())));
  auto bold = title->GetFont();
  title->SetFont(bold.MakeBold());
  sizer->Add(title, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  sizer->Add(fileRow(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  sizer->Add(optionRow(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
  makePreview();
  sizer->Add(preview_, 3, wxEXPAND | wxALL, FromDIP(12));
  state_ = new wxStaticText(this, wxID_ANY, "");
  sizer->Add(state_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(12));
  makeList();
  sizer->Add(list_, 2, wxEXPAND | wxALL, FromDIP(12));
  sizer->Add(buttonRow(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12));
  SetSizer(sizer);
  SetMinClientSize(scaledWithin(*this, 700, 440));
  SetClientSize(scaledWithin(*this, 940, 600));
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::importing, workspace.words());
  load(file);
}

wxSizer* ImportDialog::fileRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  file_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  auto* other = new wxButton(this, wxID_OPEN, wx(words("Chọn tệp khác…", "Another file…")));
  row->Add(new wxStaticText(this, wxID_ANY, wx(words("Tệp:", "File:"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
           FromDIP(6));
  row->Add(file_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  row->Add(other);
  other->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (const auto file = chooseImportFile(this, workspace_.words()); !file.empty()) load(file);
  });
  return row;
}

wxSizer* ImportDialog::optionRow() {
  const auto words = workspace_.words();
  const auto& definition = definition_->definition();
  auto* grid = new wxFlexGridSizer(4, FromDIP(6), FromDIP(8));
  grid->AddGrowableCol(1);
  grid->AddGrowableCol(3);
  const auto add = [&](const char* text, wxChoice*& choice) {
    auto* label = new wxStaticText(this, wxID_ANY, wx(text));
    grid->Add(label, 0, wxALIGN_CENTRE_VERTICAL);
    choice = new wxChoice(this, wxID_ANY);
    choice->SetMinSize(wxSize(scaled(*this, 120), -1));
    setAccessibleName(*choice, text);
    grid->Add(choice, 1, wxEXPAND);
    return label;
  };
  add(words("Kiểu tệp", "Kind of file"), kind_);
  kind_->Append(wx(words("Bảng tính, tự chọn ý nghĩa từng cột", "A sheet; you say what each column means")));
  for (const auto& plugin : workspace_.suite().catalogue.plugins.plugins()) {
    for (const auto& [id, name] : plugin.importers) {
      if (id != definition.id) continue;
      importers_.push_back(name);
      kind_->Append(wx(workspace_.suite().catalogue.plugins.importerTitle(name, words.language)));
    }
  }
  kind_->SetSelection(0);
  add(words("Trang tính", "Sheet"), sheet_);
  add(words("Nhập vào", "Import into"), target_);
  target_->Append(wx(words("Các chỉ tiêu (mỗi dòng một chỉ tiêu)", "The fields (one a line)")));
  for (const auto& table : definition.tables)
    target_->Append(wx(words("Bảng: ", "Table: ") + table.title.in(words.language)));
  add(words("Dòng tiêu đề", "Heading row"), heading_);
  unitLabel_ = add(words("Tiền trong tệp tính bằng", "Money in the file is in"), unit_);
  for (const auto* each : {words("đồng", "đồng"), words("nghìn đồng", "thousand đồng"),
                           words("triệu đồng", "million đồng"), words("tỷ đồng", "billion đồng")})
    unit_->Append(wx(each));
  replace_ = new wxCheckBox(this, wxID_ANY,
                            wx(words("Thay mọi dòng đang có trong bảng", "Replace the rows that the table has")));
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { chooseKind(); });
  sheet_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    mapping_ = presentation::guessImport(definition_->definition(), sheet());
    showMapping();
  });
  target_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    guess(target_->GetSelection() == 0 ? std::nullopt
                                       : std::optional(static_cast<std::size_t>(target_->GetSelection() - 1)));
  });
  heading_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    mapping_.heading = heading_->GetSelection() <= 0
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(heading_->GetSelection() - 1));
    showPreview();
    tryOut();
  });
  unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { remap(); });
  replace_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { remap(); });
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(grid, 0, wxEXPAND);
  column->Add(replace_, 0, wxTOP, FromDIP(6));
  return column;
}

void ImportDialog::makePreview() {
  preview_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL);
  preview_->SetMinSize(FromDIP(wxSize(-1, 190)));
  preview_->SetScrollRate(FromDIP(20), FromDIP(20));
  choices_ = new wxBoxSizer(wxHORIZONTAL);
  grid_ = new wxGrid(preview_, wxID_ANY);
  grid_->CreateGrid(0, 0);
  grid_->EnableEditing(false);
  grid_->DisableDragRowSize();
  grid_->SetColLabelSize(FromDIP(24));
  grid_->SetRowLabelSize(FromDIP(60));
  grid_->ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_NEVER);
  setAccessibleName(*grid_, workspace_.words()("Xem trước tệp", "Preview of the file"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(choices_, 0, wxBOTTOM, FromDIP(2));
  sizer->Add(grid_);
  preview_->SetSizer(sizer);
}

void ImportDialog::makeList() {
  const auto words = workspace_.words();
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setAccessibleName(*list_, words("Các dòng chưa nhập được", "Lines that cannot be imported"));
  list_->AppendColumn(wx(words("Dòng", "Line")), wxLIST_FORMAT_LEFT, scaled(*this, 60));
  list_->AppendColumn(wx(words("Cột", "Column")), wxLIST_FORMAT_LEFT, scaled(*this, 180));
  list_->AppendColumn(wx(words("Sai gì, cách sửa", "What is wrong, how to mend it")), wxLIST_FORMAT_LEFT,
                      scaled(*this, 620));
  list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    list_->SetColumnWidth(2, std::max(scaled(*this, 200), list_->GetClientSize().GetWidth() - list_->GetColumnWidth(0) -
                                                              list_->GetColumnWidth(1) - FromDIP(4)));
  });
  tellCutTexts(*list_);
  // A line too long for its column is told whole above the list.
  list_->Bind(wxEVT_LIST_ITEM_SELECTED,
              [this](wxListEvent& event) { tell(utf8(list_->GetItemText(event.GetIndex(), 2)), false); });
}

wxSizer* ImportDialog::buttonRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  partly_ = new wxCheckBox(
      this, wxID_ANY,
      wx(words("Nhập các dòng đúng, bỏ qua dòng sai", "Import the lines that are right, leave out the others")));
  partly_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { allow(); });
  import_ = new wxButton(this, wxID_OK, wx(words("Nhập", "Import")));
  import_->SetDefault();
  import_->Disable();
  row->Add(partly_, 0, wxALIGN_CENTRE_VERTICAL);
  row->AddStretchSpacer();
  row->Add(import_, 0, wxRIGHT, FromDIP(6));
  row->Add(new wxButton(this, wxID_CANCEL, wx(words("Thôi", "Cancel"))));
  return row;
}

const Sheet& ImportDialog::sheet() const {
  return source_->sheets[static_cast<std::size_t>(std::max(0, sheet_->GetSelection()))].sheet;
}

void ImportDialog::tell(const std::string& text, bool wrong) {
  state_->SetForegroundColour(wrong ? colours::of(Severity::error) : wxNullColour);
  state_->SetLabelText(wx(text));
  state_->Wrap(std::max(FromDIP(300), GetClientSize().GetWidth() - FromDIP(24)));
  Layout();
}

void ImportDialog::load(const std::filesystem::path& file) {
  source_.reset();
  ready_ = false;
  list_->DeleteAllItems();
  import_->Disable();
  file_->SetLabelText(wx(file.string()));
  file_->SetToolTip(wx(file.string()));
  tell(workspace_.words()("Đang đọc tệp…", "Reading the file…"), false);
  aside_.start([this, file](const std::atomic<bool>&) -> Aside::Finish {
    auto opened = std::make_shared<Result<ImportSource>>(presentation::openImport(file));
    return [this, opened] { take(std::move(*opened)); };
  });
}

void ImportDialog::take(Result<ImportSource> source) {
  if (!source) return show({{}, {}, source.error()});
  source_ = std::make_shared<ImportSource>(std::move(*source));
  sheet_->Clear();
  for (const auto& each : source_->sheets) sheet_->Append(wx(each.name));
  if (!source_->sheets.empty()) sheet_->SetSelection(0);
  sheet_->Enable(source_->sheets.size() > 1);
  if (!source_->sheets.empty()) mapping_ = presentation::guessImport(definition_->definition(), sheet());
  kind_->Enable(source_->kind == ImportSource::Kind::sheets);
  if (source_->kind == ImportSource::Kind::own) kind_->SetSelection(0);
  chooseKind();
}

void ImportDialog::chooseKind() {
  const bool choose = mapped();
  for (wxWindow* each : {static_cast<wxWindow*>(target_), static_cast<wxWindow*>(heading_),
                         static_cast<wxWindow*>(unit_), static_cast<wxWindow*>(replace_)})
    each->Enable(choose);
  preview_->Show(choose);
  if (choose) return showMapping();
  Layout();
  tryOut();
}

void ImportDialog::guess(std::optional<std::size_t> table) {
  mapping_ = presentation::guessMapping(definition_->definition(), sheet(), table);
  showMapping();
}

// The choices above the preview, as the mapping has them.
void ImportDialog::showMapping() {
  const auto words = workspace_.words();
  target_->SetSelection(mapping_.table ? static_cast<int>(*mapping_.table) + 1 : 0);
  heading_->Clear();
  heading_->Append(wx(words("(không có)", "(none)")));
  for (std::size_t i = 0; i < std::min<std::size_t>(20, sheet().rows.size()); ++i)
    heading_->Append(wx(words("Dòng ", "Line ") + std::to_string(sheet().rows[i].number)));
  heading_->SetSelection(mapping_.heading && *mapping_.heading < 20 ? static_cast<int>(*mapping_.heading) + 1 : 0);
  unit_->SetSelection(static_cast<int>(std::find(powers.begin(), powers.end(), mapping_.moneyPower) - powers.begin()));
  replace_->SetValue(mapping_.replace);
  const bool rows = mapping_.table && !definition_->definition().tables[*mapping_.table].fixed;
  replace_->Enable(rows);
  meanings_ = presentation::meaningsFor(definition_->definition(), mapping_.table, words);
  choices_->Clear(true);
  columns_.clear();
  choices_->AddSpacer(FromDIP(60));
  for (std::size_t i = 0; i < mapping_.columns.size(); ++i) {
    auto* choice = new wxChoice(preview_, wxID_ANY, wxDefaultPosition, wxSize(columnWidth(), -1));
    for (const auto& each : meanings_) choice->Append(wx(each.text));
    const auto meant = std::find_if(meanings_.begin(), meanings_.end(),
                                    [&](const auto& each) { return each.meaning == mapping_.columns[i]; });
    choice->SetSelection(meant == meanings_.end() ? 0 : static_cast<int>(meant - meanings_.begin()));
    setAccessibleName(*choice, words("Ý nghĩa cột ", "Meaning of column ") + presentation::columnLetters(i));
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { remap(); });
    choices_->Add(choice, 0, wxEXPAND);
    columns_.push_back(choice);
  }
  showPreview();
  tryOut();
}

// A few columns share the width; many are scrolled.
int ImportDialog::columnWidth() const {
  const auto count = std::max(1, static_cast<int>(mapping_.columns.size()));
  return std::clamp((preview_->GetClientSize().GetWidth() - FromDIP(64)) / count, scaled(*this, 170),
                    scaled(*this, 280));
}

// The heading and the first rows below it.
void ImportDialog::showPreview() {
  const auto& rows = sheet().rows;
  const auto first = mapping_.heading.value_or(0);
  const auto count = std::min(shownRows, rows.size() - std::min(first, rows.size()));
  const auto columns = static_cast<int>(mapping_.columns.size());
  grid_->BeginBatch();
  if (grid_->GetNumberRows() > 0) grid_->DeleteRows(0, grid_->GetNumberRows());
  if (grid_->GetNumberCols() > 0) grid_->DeleteCols(0, grid_->GetNumberCols());
  grid_->AppendCols(columns);
  grid_->AppendRows(static_cast<int>(count));
  grid_->SetDefaultColSize(columnWidth(), true);
  for (int c = 0; c < columns; ++c)
    grid_->SetColLabelValue(c, wx(presentation::columnLetters(static_cast<std::size_t>(c))));
  for (std::size_t r = 0; r < count; ++r) {
    const auto& row = rows[first + r];
    grid_->SetRowLabelValue(static_cast<int>(r), wx(std::to_string(row.number)));
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      grid_->SetCellValue(static_cast<int>(r), static_cast<int>(c), wx(row.cells[c].text));
    if (r > 0 || !mapping_.heading) continue;
    auto bold = grid_->GetDefaultCellFont();
    bold.MakeBold();
    for (int c = 0; c < columns; ++c) grid_->SetCellFont(0, c, bold);
  }
  grid_->EndBatch();
  grid_->SetMinSize(
      wxSize(grid_->GetRowLabelSize() + columns * columnWidth(),
             grid_->GetColLabelSize() + static_cast<int>(count) * grid_->GetDefaultRowSize() + FromDIP(4)));
  preview_->FitInside();
  Layout();
}

void ImportDialog::remap() {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    mapping_.columns[i] = meanings_[static_cast<std::size_t>(std::max(0, columns_[i]->GetSelection()))].meaning;
  mapping_.moneyPower = powers[static_cast<std::size_t>(std::max(0, unit_->GetSelection()))];
  mapping_.replace = replace_->GetValue() && replace_->IsEnabled();
  tryOut();
}

void ImportDialog::tryOut() {
  ready_ = false;
  import_->Disable();
  const bool money = mapped() && presentation::hasMoney(definition_->definition(), mapping_);
  unit_->Show(money), unitLabel_->Show(money);
  tell(workspace_.words()("Đang xem thử từng dòng…", "Trying every line…"), false);
  const auto& definition = definition_;
  const auto importer =
      kind_->GetSelection() > 0 ? importers_[static_cast<std::size_t>(kind_->GetSelection() - 1)] : std::string();
  const auto catalogue = workspace_.suite().options.catalogue;
  const auto at = static_cast<std::size_t>(std::max(0, sheet_->GetSelection()));
  aside_.start([=, this, source = source_, present = present_, mapping = mapping_,
                key = workspace_.form()->editing().key()](const std::atomic<bool>& stopped) -> Aside::Finish {
    auto outcome = std::make_shared<Outcome>();
    const auto& form = definition->definition();
    if (source->kind == ImportSource::Kind::own) {
      auto values = readValues(source->file, form, "", key, *present);
      if (values)
        outcome->run.values = std::move(*values);
      else
        outcome->problem = values.error();
    } else if (!importer.empty()) {
      outcome->run =
          presentation::dryRun(catalogue->plugins.import(form, importer, presentation::importerText(*source, at)));
    } else {
      outcome->run = presentation::dryRun(form, *present, source->sheets[at].sheet, mapping, stopped);
    }
    if (!outcome->problem) {
      auto step = presentation::importStep(form, *present, outcome->run.values, source->name);
      if (step)
        outcome->step = std::move(*step);
      else
        outcome->problem = step.error();
    }
    if (source->kind == ImportSource::Kind::own) outcome->run.right = outcome->step.edits.size();
    return [this, outcome] { show(*outcome); };
  });
}

void ImportDialog::show(const Outcome& outcome) {
  const auto words = workspace_.words();
  run_ = outcome.run;
  step_ = outcome.step;
  list_->Freeze();
  list_->DeleteAllItems();
  const auto add = [&](const std::string& line, const std::string& column, const std::string& text) {
    const auto at = list_->InsertItem(list_->GetItemCount(), wx(line));
    list_->SetItem(at, 1, wx(column));
    list_->SetItem(at, 2, wx(text));
  };
  if (outcome.problem) add("", outcome.problem->place, presentation::whatIsWrong({0, "", *outcome.problem}, words));
  // What must be mended first.
  for (const bool blocks : {true, false}) {
    for (const auto& finding : run_.findings) {
      if (finding.blocks != blocks || static_cast<std::size_t>(list_->GetItemCount()) >= shownFindings) continue;
      add((finding.blocks ? "■ " : "ℹ ") + (finding.line == 0 ? std::string() : std::to_string(finding.line)),
          finding.column, presentation::whatIsWrong(finding, words));
    }
  }
  if (run_.findings.size() > shownFindings)
    add("", "", "… " + std::to_string(run_.findings.size()) + words(" dòng như thế", " such lines"));
  list_->Thaw();
  const bool own = source_ && source_->kind == ImportSource::Kind::own;
  std::string text;
  if (outcome.problem)
    text = words("Chưa nhập được tệp này:", "This file cannot be imported yet:");
  else if (own)
    text = step_.edits.empty() ? words("Bảng tính của chính phần này; không có gì khác với số liệu đang có.",
                                       "The section's own workbook; nothing differs.")
                               : words("Tệp của chính phần này: ", "The section's own file: ") +
                                     std::to_string(step_.edits.size()) + words(" thay đổi.", " changes.");
  else
    text = std::to_string(run_.right) + words(" dòng nhập được, ", " lines can be imported, ") +
           std::to_string(run_.wrong) + words(" dòng chưa được", " cannot") +
           (run_.wrong > 0 ? words(": xem bên dưới, sửa trong tệp rồi chọn lại tệp, hoặc bỏ qua các dòng đó.",
                                   ": see below; mend the file and choose it again, or leave them out.")
                           : ".");
  if (!outcome.problem && !own && run_.right > 0 && step_.edits.empty())
    text += words(" Không có gì khác với số liệu đang có.", " Nothing differs from what is there.");
  tell(text, outcome.problem || run_.wrong > 0);
  partly_->Show(run_.wrong > 0 && run_.right > 0);
  ready_ = true;
  const auto count = std::to_string(own ? step_.edits.size() : run_.right);
  import_->SetLabelText(wx(own ? words("Nhập ", "Import ") + count + words(" thay đổi", " changes")
                               : words("Nhập ", "Import ") + count + words(" dòng", " lines")));
  import_->InvalidateBestSize();
  Layout();
  allow();
}

void ImportDialog::allow() {
  import_->Enable(ready_ && !step_.edits.empty() && (run_.wrong == 0 || partly_->GetValue()));
}

}  // namespace cchc::shell
