// A view that is made when it is first needed, so that what is not shown costs nothing at the start.
#pragma once
#include <functional>

namespace cchc::shell {

template <class View>
class OnDemand {
 public:
  std::function<View*()> make;  // set before the first use; the parent window owns the view
  View* get() { return view_ == nullptr ? view_ = make() : view_; }
  View* operator->() { return get(); }
  View* made() const { return view_; }  // nullptr until it was first needed

 private:
  View* view_ = nullptr;
};

}  // namespace cchc::shell
