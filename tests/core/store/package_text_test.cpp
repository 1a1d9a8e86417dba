#include "core/store/package_text.h"

#include <catch2/catch.hpp>
#include <random>

#include "core/base/digest.h"

using namespace cchc;
using store::packed;
using store::unpacked;

namespace {

std::string longText() {
  std::string text = "<submission>";
  for (int i = 0; i < 3000; ++i)
    text += "<field id=\"f" + std::to_string(i) + "\"><integer>" + std::to_string(i * 37) + "</integer></field>\n";
  return text + "</submission>";
}

}  // namespace

TEST_CASE("a package comes out of the store as it went in", "[store]") {
  std::mt19937 random(20231123);  // NOLINT(cert-msc51-cpp): the same on every run
  std::string noise(200000, '\0');
  for (auto& c : noise) c = static_cast<char>(random());
  for (const auto& text :
       {std::string(), std::string("a"), std::string("Xã Vĩnh Hưng"), std::string("\0\0", 2), longText(), noise}) {
    CHECK(unpacked(packed(text), "kho").value() == text);
  }
  CHECK(packed(longText()).size() * 3 < longText().size());
}

TEST_CASE("a package stored before packages were packed is read as it stands", "[store]") {
  for (const std::string text : {"<submission/>", "\xEF\xBB\xBF<?xml version=\"1.0\"?><submission/>"})
    CHECK(unpacked(text, "kho").value() == text);
}

TEST_CASE("damage to a packed package is told, never read", "[store]") {
  const auto whole = packed(longText());
  const auto refused = [](const std::string& stored) {
    const auto read = unpacked(stored, "kho");
    return !read && read.error().code == "store.damaged" && read.error().place == "kho";
  };
  CHECK(refused(whole.substr(0, whole.size() / 2)));
  CHECK(refused(whole.substr(0, whole.size() - 4)));
  CHECK(refused("không phải"));
  CHECK(refused("AAAA"));
  CHECK(refused(base64(*fromBase64(whole) + "thừa")));
  // Any one octet.
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp)
  const auto frame = *fromBase64(whole);
  for (int i = 0; i < 300; ++i) {
    auto changed = frame;
    changed[random() % changed.size()] ^= static_cast<char>(1U << random() % 8U);
    const auto read = unpacked(base64(changed), "kho");
    CHECK((!read || *read == longText()));
  }
}
