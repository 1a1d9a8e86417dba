// A private PostgreSQL server on loopback for the tests of the store; stopped at the end.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "tests/support/command.h"

namespace cchc::test {

class PostgresServer {
 public:
  // Nothing where PostgreSQL is not installed, with the reason.
  static std::unique_ptr<PostgresServer> start(std::string* reason);
  ~PostgresServer();
  // Address of a database of its own.
  std::string freshDatabase();
  // As when the network is gone, and back; on the same port.
  void stop();
  bool startAgain();
  // As when it hangs: connections are taken, and nothing is answered until it goes on.
  void hang();
  void goOn();

 private:
  PostgresServer() = default;
  void signalAll(int signal);
  TemporaryFolder folder_;
  std::string programs_, port_;
  int databases_ = 0;
  bool hangs_ = false;
};

}  // namespace cchc::test
