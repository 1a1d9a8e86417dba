#include "core/app/receive/inbox_watch.h"

namespace cchc {

InboxScan InboxWatch::scan(Suite& suite, unsigned threads, const ProgressCallback& progress) {
  InboxScan scan;
  // Only an attempt shows whether the connection still works, so it is reopened after any fault of the store.
  Status done;
  if (trouble_ && trouble_->code.starts_with("store.")) done = suite.store.reconnect();
  if (done)
    done = inbox_.scan(
        suite, threads, [&](const ReceivedFile& file) { scan.files.push_back(file); }, progress);
  if (!done && done.error().code.starts_with("work.")) done = {};
  scan.growing = inbox_.waiting();
  scan.unfinished = inbox_.unfinished();
  scan.busy = done && inbox_.busy();
  scan.failing = !done;
  if (scan.busy) return scan;
  scan.passed = done && trouble_;
  if (done) {
    trouble_.reset();
    return scan;
  }
  const bool reported = trouble_ && trouble_->code == done.error().code && trouble_->place == done.error().place;
  trouble_ = done.error();
  if (!reported) scan.trouble = trouble_;
  return scan;
}

bool mayPass(const Error& trouble) {
  return trouble.code != "store.damaged" && trouble.code != "store.damaged-with-backup" &&
         trouble.code != "store.not-a-store" && trouble.code != "store.newer";
}

}  // namespace cchc
