// A view that is created when it is first needed, so that views that are not shown do not slow down the start.
#pragma once
#include <functional>

namespace cchc::shell {

template <class View>
class OnDemand {
 public:
  std::function<View*()> make;  // set before the first use; the parent window owns the view
  View* get() { return view_ == nullptr ? view_ = make() : view_; }
  View* operator->() { return get(); }
  View* made() const { return view_; }  // nullptr until it is first needed

 private:
  View* view_ = nullptr;
};

}  // namespace cchc::shell
