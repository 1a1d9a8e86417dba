#include "tests/support/postgres_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <csignal>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <vector>

namespace cchc::test {
namespace {

namespace fs = std::filesystem;

std::string newestPrograms() {
  std::set<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    if (fs::exists(entry.path() / "bin" / "initdb", ignored)) found.insert(entry.path() / "bin");
  }
  return found.empty() ? std::string() : found.rbegin()->string();
}

// A port that nobody listens on now.
std::string freePort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
  socklen_t size = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return std::to_string(ntohs(address.sin_port));
}

// The server refuses to run as root: there it runs as the user that the package made.
Outcome asServerUser(std::vector<std::string> command) {
  if (::geteuid() == 0) command.insert(command.begin(), {"runuser", "-u", "postgres", "--"});
  const std::string program = command.front();
  command.erase(command.begin());
  return run(program, command);
}

}  // namespace

std::unique_ptr<PostgresServer> PostgresServer::start(std::string* reason) {
  std::unique_ptr<PostgresServer> server(new PostgresServer);
  server->programs_ = newestPrograms();
  if (server->programs_.empty()) return *reason = "PostgreSQL is not installed", nullptr;
  server->port_ = freePort();
  fs::permissions(server->folder_.path(), fs::perms::all);
  const auto data = (server->folder_ / "data").string();
  const auto made = asServerUser({server->programs_ + "/initdb", "-D", data, "--auth=trust", "-U", "cchc", "-E", "UTF8",
                                  "--locale=C.UTF-8", "--no-sync"});
  if (made.status != 0) return *reason = "initdb: " + made.err, nullptr;
  // Another test's server may have taken the port meanwhile.
  for (int attempt = 0; attempt < 5; ++attempt) {
    if (server->startAgain()) return server;
    server->port_ = freePort();
  }
  return *reason = "pg_ctl: " + contentOf(server->folder_ / "log"), nullptr;
}

bool PostgresServer::startAgain() {
  const auto options = "-p " + port_ +
                       " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder_.path().string() +
                       " -c fsync=off";
  return asServerUser({programs_ + "/pg_ctl", "-D", (folder_ / "data").string(), "-o", options, "-l",
                       (folder_ / "log").string(), "-w", "start"})
             .status == 0;
}

// The server and the processes that it made, one for each session.
void PostgresServer::signalAll(int signal) {
  const auto pid = std::atoi(contentOf(folder_ / "data" / "postmaster.pid").c_str());
  if (pid <= 0) return;
  std::vector<int> all{pid};
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::string stat;
    try {
      stat = contentOf(entry.path() / "stat");
    } catch (const std::ios_base::failure&) {
      continue;  // it ended while it was read
    }
    const auto after = stat.rfind(')');  // "pid (name) state parent …"
    if (after != std::string::npos && after + 4 < stat.size() && std::atoi(stat.c_str() + after + 4) == pid)
      all.push_back(std::stoi(name));
  }
  for (const int each : all) ::kill(each, signal);
}

void PostgresServer::hang() {
  hangs_ = true;
  signalAll(SIGSTOP);
}

void PostgresServer::goOn() {
  signalAll(SIGCONT);
  hangs_ = false;
}

void PostgresServer::stop() {
  asServerUser({programs_ + "/pg_ctl", "-D", (folder_ / "data").string(), "-m", "fast", "-w", "stop"});
}

PostgresServer::~PostgresServer() {
  if (hangs_) goOn();
  if (!port_.empty())
    asServerUser({programs_ + "/pg_ctl", "-D", (folder_ / "data").string(), "-m", "immediate", "-w", "stop"});
}

std::string PostgresServer::freshDatabase() {
  const auto name = "t" + std::to_string(++databases_);
  run(programs_ + "/createdb", {"-h", "127.0.0.1", "-p", port_, "-U", "cchc", name});
  return "postgresql://cchc@127.0.0.1:" + port_ + "/" + name;
}

}  // namespace cchc::test
