// The smallest wxWidgets program; the start of cchc-suite is compared with it.
#include <wx/app.h>
#include <wx/frame.h>

class Minimal : public wxApp {
 public:
  bool OnInit() override {
    auto* frame = new wxFrame(nullptr, wxID_ANY, "minimal", wxDefaultPosition, wxSize(1000, 600));
    frame->Show();
    return true;
  }
};

wxIMPLEMENT_APP(Minimal);
