#include "core/shell/office/overview_view.h"

#include <wx/button.h>
#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>
#include <wx/dcsvg.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

#include "core/app/suite/suite_work.h"
#include "core/base/files/new_file.h"
#include "core/presentation/office/board.h"
#include "core/shell/office/chart_drawing.h"
#include "core/shell/widgets/accessible_name.h"
#include "core/shell/widgets/convert.h"
#include "core/shell/work/save_file.h"

namespace cchc::shell {

OverviewView::OverviewView(wxWindow* parent, Workspace& workspace) : wxPanel(parent), workspace_(workspace) {
  const auto words = workspace.words();
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  bar->Add(new wxStaticText(this, wxID_ANY, wx(words("overview.chart-label"))), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
           FromDIP(6));
  choice_ = new wxChoice(this, wxID_ANY);
  setAccessibleName(*choice_, words("overview.choose"));
  auto* save = new wxButton(this, wxID_ANY, wx(words("overview.save")));
  bar->Add(choice_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(6));
  bar->Add(save);
  canvas_ = new wxScrolledCanvas(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
  canvas_->SetBackgroundStyle(wxBG_STYLE_PAINT);
  setAccessibleName(*canvas_, words("overview.chart"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(bar, 0, wxEXPAND | wxALL, FromDIP(6));
  sizer->Add(canvas_, 1, wxEXPAND);
  SetSizer(sizer);
  choice_->Bind(wxEVT_CHOICE,
                [this](wxCommandEvent& event) { select(static_cast<std::size_t>(std::max(0, event.GetSelection()))); });
  save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveAs(); });
  canvas_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(canvas_);
    canvas_->DoPrepareDC(dc);
    dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)));
    dc.Clear();
    dc.SetFont(GetFont());
    if (const auto* chart = current()) drawChart(dc, *chart, canvas_->GetClientSize().GetWidth(), false);
  });
  canvas_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    canvas_->Refresh();
  });
}

const presentation::Chart* OverviewView::current() const {
  const int at = choice_->GetSelection();
  return at >= 0 && static_cast<std::size_t>(at) < charts_.size() ? &charts_[static_cast<std::size_t>(at)] : nullptr;
}

void OverviewView::reload() {
  if (!workspace_.isOpen()) return;
  using Charts = std::vector<presentation::Chart>;
  reading_.ask(onSuite(workspace_.suite().options,
                       [whole = workspace_.whole(), period = workspace_.period().id, today = workspace_.today(),
                        words = workspace_.words()](SuiteWork& work) -> Result<Charts> {
                         CCHC_TRY(const auto board, presentation::readBoard(work.suite, period, today, words));
                         if (work.task.stopped()) return fail("work.cancelled");
                         return presentation::overviewCharts(work.suite, board, whole, period, words);
                       }),
               [this](Result<Charts> charts) {
                 if (!charts) return showError ? showError(charts.error()) : void();
                 setCharts(std::move(*charts));
               });
}

void OverviewView::setCharts(std::vector<presentation::Chart> charts) {
  charts_ = std::move(charts);
  const auto before = static_cast<std::size_t>(std::max(0, choice_->GetSelection()));
  wxArrayString names;
  for (const auto& chart : charts_) names.Add(wx(chart.title + (chart.unit.empty() ? "" : " (" + chart.unit + ")")));
  choice_->Set(names);
  select(std::min(before, charts_.empty() ? 0 : charts_.size() - 1));
}

void OverviewView::select(std::size_t chart) {
  if (chart >= charts_.size()) return;
  choice_->SetSelection(static_cast<int>(chart));
  wxClientDC dc(canvas_);
  dc.SetFont(GetFont());
  canvas_->SetScrollRate(0, FromDIP(16));
  canvas_->SetVirtualSize(canvas_->GetClientSize().GetWidth(), chartHeight(dc, charts_[chart]));
  canvas_->Scroll(0, 0);
  canvas_->Refresh();
}

void OverviewView::saveAs() {
  const auto words = workspace_.words();
  const auto target = askForFile(this, words, workspace_.settings.store,
                                 {words("overview.save-title"), "bieu-do.png", {{"PNG", "png"}, {"SVG", "svg"}}});
  if (!target) return;
  const auto file = target->path.string();
  const bool saved = save(target->path);
  if (!showNote) return;
  showNote(saved ? words("overview.saved", {{"file", file}}) : words("overview.not-saved", {{"file", file}}));
}

bool OverviewView::save(const std::filesystem::path& file) {
  const auto* chart = current();
  if (chart == nullptr) return false;
  const int width = 1200;
  wxFont font(wxFontInfo(12).FaceName("Liberation Sans"));
  wxBitmap measure(1, 1);
  wxMemoryDC measuring(measure);
  measuring.SetFont(font);
  const int height = chartHeight(measuring, *chart);
  auto whole = NewFile::create(file);
  if (!whole) return false;
  const auto target = wx(whole->path().string());
  if (file.extension() == ".svg") {
    bool drawn = false;
    {  // the file is complete when the drawing is destroyed
      wxSVGFileDC dc(target, width, height, 96, wx(chart->title));
      dc.SetFont(font);
      drawChart(dc, *chart, width, true);
      drawn = dc.IsOk();
    }
    return drawn && whole->finish();
  }
  wxBitmap picture(width, height, 24);
  wxMemoryDC dc(picture);
  dc.SetBackground(*wxWHITE_BRUSH);
  dc.Clear();
  dc.SetFont(font);
  drawChart(dc, *chart, width, true);
  dc.SelectObject(wxNullBitmap);
  return picture.SaveFile(target, wxBITMAP_TYPE_PNG) && whole->finish();
}

}  // namespace cchc::shell
