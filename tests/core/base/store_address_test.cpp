#include <catch2/catch.hpp>

#include "core/base/store_address.h"

using namespace cchc;

TEST_CASE("whatever way a password stands in an address, what is shown holds no part of it") {
  struct Case {
    const char *given, *shown, *password;
  };
  const Case cases[] = {
      {"postgresql://lan@may-chu/cchc", "postgresql://lan@may-chu/cchc", ""},
      {"postgresql:///cchc", "postgresql:///cchc", ""},
      {"postgresql://may-chu:5433/cchc?sslmode=require", "postgresql://may-chu:5433/cchc?sslmode=require", ""},
      {"postgresql://lan:geheim@may-chu:5433/cchc", "postgresql://lan@may-chu:5433/cchc", "geheim"},
      {"postgres://lan:geh%40eim@may-chu/cchc", "postgres://lan@may-chu/cchc", "geh@eim"},
      {"postgresql://lan:geh@eim@may-chu/cchc", "postgresql://lan@may-chu/cchc", "geh@eim"},
      {"postgresql://lan:geh/eim@may-chu/cchc", "postgresql://lan@may-chu/cchc", "geh/eim"},
      {"postgresql://lan:geh?eim@may-chu/cchc", "postgresql://lan@may-chu/cchc", "geh?eim"},
      {"postgresql://lan:geh:eim%@may-chu/cchc", "postgresql://lan@may-chu/cchc", "geh:eim%"},
      {"postgresql://lan@may-chu/cchc?password=geheim", "postgresql://lan@may-chu/cchc", "geheim"},
      {"postgresql://lan@may-chu/cchc?sslmode=require&password=geh%26eim&connect_timeout=3",
       "postgresql://lan@may-chu/cchc?sslmode=require&connect_timeout=3", "geh&eim"},
      {"postgresql://lan@may-chu/cchc?pass%77ord=geh@eim", "postgresql://lan@may-chu/cchc", "geh@eim"},
      {"/du-lieu/a@b:c?password=x.sqlite", "/du-lieu/a@b:c?password=x.sqlite", ""},
  };
  for (const auto& one : cases) {
    INFO(one.given);
    const auto split = splitStoreAddress(one.given);
    CHECK(split.shown == one.shown);
    CHECK(split.password == one.password);
    CHECK(split.hasSecret() == !split.password.empty());
    CHECK(splitStoreAddress(joinStoreAddress(split)).password == one.password);
    CHECK(shownStore(joinStoreAddress(split)) == one.shown);
    CHECK(withoutSecrets("cannot reach '" + std::string(one.password) + "' of " + joinStoreAddress(split), split)
              .find("eim") == std::string::npos);
  }
  // A password of one letter is hidden, and the letters of the message are not.
  const auto brief = splitStoreAddress("postgresql://lan:a@may-chu/cchc");
  CHECK(withoutSecrets("password authentication failed for 'a' at " + joinStoreAddress(brief) + " (lan:a@may-chu)",
                       brief) ==
        "password authentication failed for '…' at postgresql://lan@may-chu/cchc?password=… (lan:…@may-chu)");
  const auto key = splitStoreAddress("postgresql://lan@may-chu/cchc?sslpassword=geheim");
  CHECK(key.shown == "postgresql://lan@may-chu/cchc");
  CHECK(key.keyPassword == "geheim");
}
