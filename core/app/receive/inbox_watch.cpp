#include "core/app/receive/inbox_watch.h"

namespace cchc {

InboxLook InboxWatch::look(Suite& suite, unsigned threads) {
  InboxLook seen;
  // What happened to the connection is known only by trying: after any fault of the store it is opened again.
  Status done;
  if (trouble_ && trouble_->code.starts_with("store.")) done = suite.store.reconnect();
  if (done) done = inbox_.look(suite, threads, [&](const ReceivedFile& file) { seen.files.push_back(file); });
  seen.growing = inbox_.waiting();
  seen.unfinished = inbox_.unfinished();
  seen.busy = done && inbox_.busy();
  seen.failing = !done;
  if (seen.busy) return seen;
  seen.passed = done && trouble_;
  if (done) {
    trouble_.reset();
    return seen;
  }
  const bool told = trouble_ && trouble_->code == done.error().code && trouble_->place == done.error().place;
  trouble_ = done.error();
  if (!told) seen.trouble = trouble_;
  return seen;
}

bool mayPass(const Error& trouble) {
  return trouble.code != "store.damaged" && trouble.code != "store.damaged-with-backup" &&
         trouble.code != "store.not-a-store" && trouble.code != "store.newer";
}

}  // namespace cchc
