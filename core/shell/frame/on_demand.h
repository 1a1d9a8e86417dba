// A view that is made when it is first needed: what nobody looks at costs nothing at the start.
#pragma once
#include <functional>

namespace cchc::shell {

template <class View>
class OnDemand {
 public:
  std::function<View*()> make;  // set before first use; the window that it is put into owns it
  View* get() { return view_ == nullptr ? view_ = make() : view_; }
  View* operator->() { return get(); }
  View* made() const { return view_; }  // nullptr until it was needed

 private:
  View* view_ = nullptr;
};

}  // namespace cchc::shell
