// Counts the errors and warnings of all sections, on a separate thread, for the navigator.
#pragma once
#include "core/base/threads/task.h"
#include "core/shell/frame/frame_context.h"

namespace cchc::shell {

class FindingCounter {
 public:
  explicit FindingCounter(const FrameContext& context);
  FindingCounter(const FindingCounter&) = delete;
  FindingCounter& operator=(const FindingCounter&) = delete;

  void invalidate() { counted_ = false; }  // the counts are no longer valid
  // Counts, unless the counts are valid or are being counted. Counting that is no longer valid is begun again.
  void count();

 private:
  const FrameContext& context_;
  Task counting_;
  bool counted_ = false;
};

}  // namespace cchc::shell
