#include "core/shell/section/import_dialog.h"

#include <wx/filedlg.h>

#include <algorithm>

#include "core/app/suite/catalogue.h"
#include "core/shell/frame/help_window.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/widgets/list_columns.h"
#include "core/shell/widgets/scale.h"

namespace cchc::shell {

std::filesystem::path chooseImportFile(wxWindow* parent, presentation::Words words) {
  wxFileDialog dialog(parent, wx(words("import-dialog.title")), "", "", wx(words("import-dialog.file-types")),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  return dialog.ShowModal() == wxID_OK ? std::filesystem::path(utf8(dialog.GetPath())) : std::filesystem::path();
}

ImportDialog::ImportDialog(wxWindow* parent, Workspace& workspace, const std::filesystem::path& file)
    : wxDialog(parent, wxID_ANY, wx(workspace.words()("import-dialog.title")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      workspace_(workspace) {
  const auto& editing = workspace.form()->editing();
  definition_ = editing.shared();
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
  SetClientSize(scaledWithin(*this, 940, 680));
  CentreOnParent();
  helpOnF1(*this, presentation::HelpTopic::importing, workspace.words());
  load(file);
}

wxSizer* ImportDialog::fileRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  file_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  auto* other = new wxButton(this, wxID_OPEN, wx(words("import-dialog.other-file")));
  row->Add(new wxStaticText(this, wxID_ANY, wx(words("import-dialog.file"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
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
  const auto add = [&](const std::string& text, wxChoice*& choice) {
    auto* label = new wxStaticText(this, wxID_ANY, wx(text));
    grid->Add(label, 0, wxALIGN_CENTRE_VERTICAL);
    choice = new wxChoice(this, wxID_ANY);
    choice->SetMinSize(wxSize(scaled(*this, 120), -1));
    setAccessibleName(*choice, text);
    grid->Add(choice, 1, wxEXPAND);
    return label;
  };
  add(words("import-dialog.kind"), kind_);
  kind_->Append(wx(words("import-dialog.kind.sheet")));
  for (const auto& plugin : workspace_.suite().catalogue.plugins.plugins()) {
    for (const auto& importer : plugin.importers) {
      if (importer.definition != definition.id) continue;
      importers_.push_back(importer.name);
      kind_->Append(wx(importer.title.in(words.language)));
    }
  }
  kind_->SetSelection(0);
  add(words("import-dialog.sheet"), sheet_);
  add(words("import-dialog.target"), target_);
  target_->Append(wx(words("import-dialog.target.fields")));
  for (const auto& table : definition.tables)
    target_->Append(wx(words("import-dialog.target.table", {{"title", table.title.in(words.language)}})));
  add(words("import-dialog.heading-row"), heading_);
  unitLabel_ = add(words("import-dialog.money-unit"), unit_);
  for (const auto* each : {"import-dialog.money-unit.file", "common.money.dong", "common.money.thousand",
                           "common.money.million", "common.money.billion"})
    unit_->Append(wx(words(each)));
  marksLabel_ = add(words("import-dialog.marks"), marks_);
  for (const auto* each : {"import-dialog.marks.file", "import-dialog.marks.vi", "import-dialog.marks.en"})
    marks_->Append(wx(words(each)));
  marks_->SetSelection(0);
  add(words("import-dialog.rows"), rows_);
  for (const auto* each : {"import-dialog.rows.ask", "import-dialog.rows.update", "import-dialog.rows.again"})
    rows_->Append(wx(words(each)));
  rows_->SetSelection(0);
  hidden_ = new wxCheckBox(this, wxID_ANY, wx(words("import-dialog.with-hidden")));
  replace_ = new wxCheckBox(this, wxID_ANY, wx(words("import-dialog.replace")));
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { chooseKind(); });
  sheet_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    guess();
    chooseKind();
  });
  target_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    chooseTarget(target_->GetSelection() == 0 ? std::nullopt
                                              : std::optional(static_cast<std::size_t>(target_->GetSelection() - 1)));
  });
  heading_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    mapping_.heading = heading_->GetSelection() <= 0
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(heading_->GetSelection() - 1));
    mapping_.twoLines = false;
    showPreview();
    startDryRun();
  });
  unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readChoices(); });
  marks_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readChoices(); });
  rows_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { readChoices(); });
  replace_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { readChoices(); });
  hidden_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
    guess();
    chooseKind();
  });
  auto* boxes = new wxBoxSizer(wxHORIZONTAL);
  boxes->Add(replace_, 0, wxRIGHT, FromDIP(18));
  boxes->Add(hidden_);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(grid, 0, wxEXPAND);
  column->Add(boxes, 0, wxTOP, FromDIP(6));
  return column;
}

void ImportDialog::makePreview() {
  preview_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxVSCROLL);
  preview_->SetMinSize(FromDIP(wxSize(-1, 110)));
  preview_->SetScrollRate(FromDIP(20), FromDIP(20));
  choices_ = new wxBoxSizer(wxHORIZONTAL);
  grid_ = new wxGrid(preview_, wxID_ANY);
  grid_->CreateGrid(0, 0);
  grid_->EnableEditing(false);
  grid_->DisableDragRowSize();
  grid_->SetColLabelSize(FromDIP(24));
  grid_->SetRowLabelSize(FromDIP(60));
  grid_->ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_NEVER);
  setAccessibleName(*grid_, workspace_.words()("import-dialog.preview"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(choices_, 0, wxBOTTOM, FromDIP(2));
  sizer->Add(grid_);
  preview_->SetSizer(sizer);
}

void ImportDialog::makeList() {
  const auto words = workspace_.words();
  list_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
  setColumns(*list_, words("import-dialog.problems"),
             {{words("import-dialog.problems.line"), 60},
              {words("import-dialog.problems.column"), 180},
              {words("import-dialog.problems.what"), 620}});
  stretchColumn(*list_, 2);
  // What is wrong, and what is left out, is seen without scrolling: the heading and some lines.
  list_->SetMinSize(wxSize(-1, scaled(*this, 120)));
  // The full text of the selected line is shown above the list, since it may be too long for its column.
  list_->Bind(wxEVT_LIST_ITEM_SELECTED,
              [this](wxListEvent& event) { showStatus(utf8(list_->GetItemText(event.GetIndex(), 2)), false); });
}

wxSizer* ImportDialog::buttonRow() {
  const auto words = workspace_.words();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  partly_ = new wxCheckBox(this, wxID_ANY, wx(words("import-dialog.partly")));
  partly_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { updateImportButton(); });
  import_ = new wxButton(this, wxID_OK, wx(words("import-dialog.import")));
  import_->SetDefault();
  import_->Disable();
  row->Add(partly_, 0, wxALIGN_CENTRE_VERTICAL);
  row->AddStretchSpacer();
  row->Add(import_, 0, wxRIGHT, FromDIP(6));
  row->Add(new wxButton(this, wxID_CANCEL, wx(words("common.cancel"))));
  return row;
}

}  // namespace cchc::shell
