// cchc: the command line of CCHC Suite.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "core/base/platform.h"
#include "core/cli/session.h"

namespace {

int run(int argc, char** argv) {
  using namespace cchc::cli;
  CLI::App app{"CCHC Suite: báo cáo cải cách hành chính · administrative-reform reporting", "cchc"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "cchc 0.1.0");
  Session session;
  app.add_option("--store", session.options.store, "Kho dữ liệu: tệp SQLite hoặc postgresql://… · the store");
  app.add_option("--plugins", session.options.plugins,
                 "Thêm một thư mục plugin (khi phát triển) · a further plugin folder");
  app.add_option("--lang", session.options.language, "vi | en")->check(CLI::IsMember({"vi", "en"}));
  app.add_option("--actor", session.options.actor, "Tên người nhập, ghi vào nhật ký · who is at work, for the journal");
  app.add_option("--role", session.options.roles,
                 "Vai trò (không ghi: mọi vai trò; kho dùng chung: theo tài khoản) · what you may do")
      ->check(CLI::IsMember({"department", "department-head", "office", "office-head"}));
  app.add_flag("--json", session.options.json, "Kết quả dạng JSON · results as JSON");
  Commands commands;
  addCatalogueCommands(app, session, commands);
  addSetupCommands(app, session, commands);
  addSectionCommands(app, session, commands);
  addExchangeCommands(app, session, commands);
  addHistoryCommands(app, session, commands);
  addJournalCommands(app, session, commands);
  addReportCommands(app, session, commands);
  addSigningCommands(app, session, commands);
  addStoreCommands(app, session, commands);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  for (const auto& command : commands) {
    if (command.app->parsed()) return session.finish(command.run());
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  cchc::platform::tellWriteErrors();
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    const cchc::Error internal{"app.internal", "", {{"detail", error.what()}}, cchc::ErrorKind::failure};
    std::fprintf(stderr, "%s\n", cchc::messageLine(internal, cchc::Language::vi).c_str());
    return 3;
  }
}
