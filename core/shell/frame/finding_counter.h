// Counts the errors and warnings of all sections, on a separate thread, for the navigator.
#pragma once
#include "core/shell/frame/frame_context.h"
#include "core/shell/work/background.h"

namespace cchc::shell {

class FindingCounter {
 public:
  explicit FindingCounter(const FrameContext& context) : context_(context) {}
  FindingCounter(const FindingCounter&) = delete;
  FindingCounter& operator=(const FindingCounter&) = delete;

  void invalidate() { counted_ = false; }  // the counts are no longer valid
  // Starts counting, unless the counts are valid. If called while it is counting, it counts once more afterwards.
  void count();

 private:
  void start();

  const FrameContext& context_;
  Background counting_;
  bool counted_ = false, again_ = false;
};

}  // namespace cchc::shell
