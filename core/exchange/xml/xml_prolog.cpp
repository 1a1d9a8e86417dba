#include "core/exchange/xml/xml_prolog.h"

namespace cchc::detail {
namespace {

bool pseudoAttribute(XmlCursor& cursor, std::string_view name, std::string_view* value) {
  if (!hasClass(cursor.at[-1], space)) {
    const char* before = cursor.at;
    cursor.skipSpace();
    if (cursor.at == before) return cursor.notXml();
  }
  cursor.skipSpace();
  if (!cursor.startsWith(name))
    return cursor.cutInside(name) ? cursor.cutShort() : cursor.refuse("package.not-xml", cursor.at);
  cursor.at += name.size();
  cursor.skipSpace();
  if (cursor.ended() || *cursor.at != '=') return cursor.notXml();
  ++cursor.at;
  cursor.skipSpace();
  if (cursor.ended() || (*cursor.at != '"' && *cursor.at != '\'')) return cursor.notXml();
  const char quote = *cursor.at++;
  const char* from = cursor.at;
  while (!cursor.ended() && *cursor.at != quote) {
    if (!hasClass(*cursor.at, nameChar)) return cursor.refuse("package.not-xml", cursor.at);
    ++cursor.at;
  }
  if (cursor.ended()) return cursor.cutShort();
  *value = {from, static_cast<std::size_t>(cursor.at - from)};
  ++cursor.at;
  return true;
}

// <?xml version="1.0" encoding="UTF-8" standalone="yes"?>; only the version is required.
bool declaration(XmlCursor& cursor) {
  cursor.at += 5;
  std::string_view value;
  if (!pseudoAttribute(cursor, "version", &value)) return false;
  if (value != "1.0") return cursor.refuse("package.not-xml", cursor.at);
  cursor.skipSpace();
  if (cursor.startsWith("encoding")) {
    if (!pseudoAttribute(cursor, "encoding", &value)) return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    constexpr std::string_view wanted = "utf-8";
    bool same = value.size() == wanted.size();
    for (std::size_t i = 0; same && i < wanted.size(); ++i) same = lower(value[i]) == wanted[i];
    if (!same) return cursor.refuse("package.encoding", value.data(), {{"encoding", std::string(value)}});
    cursor.skipSpace();
  }
  if (cursor.startsWith("standalone")) {
    if (!pseudoAttribute(cursor, "standalone", &value)) return false;
    if (value != "yes" && value != "no") return cursor.refuse("package.not-xml", cursor.at);
    cursor.skipSpace();
  }
  if (!cursor.startsWith("?>"))
    return cursor.cutInside("encoding") || cursor.cutInside("standalone") || cursor.cutInside("?>")
               ? cursor.cutShort()
               : cursor.refuse("package.not-xml", cursor.at);
  cursor.at += 2;
  return true;
}

}  // namespace

bool passProlog(XmlCursor& cursor) {
  if (cursor.ended()) return cursor.refuse("package.empty", cursor.at);
  if (cursor.startsWith("\xff\xfe") || cursor.startsWith("\xfe\xff"))
    return cursor.refuse("package.encoding", cursor.at, {{"encoding", "UTF-16"}});
  if (cursor.startsWith("\xef\xbb\xbf")) cursor.at += 3;
  if (cursor.cutInside("<?xml ")) return cursor.cutShort();
  if (cursor.startsWith("<?xml") && hasClass(cursor.at[5], space) && !declaration(cursor)) return false;
  while (true) {
    cursor.skipSpace();
    if (cursor.ended()) return cursor.cutShort();
    if (*cursor.at != '<') return cursor.refuse("package.not-xml", cursor.at);
    if (cursor.at + 1 == cursor.end) return cursor.cutShort();
    if (hasClass(cursor.at[1], nameStart)) return true;
    if (cursor.at[1] != '!' && cursor.at[1] != '?') return cursor.refuse("package.not-xml", cursor.at);
    if (!cursor.markup()) return false;
  }
}

bool passEpilog(XmlCursor& cursor) {
  while (true) {
    cursor.skipSpace();
    if (cursor.ended()) return true;
    if (*cursor.at != '<') return cursor.refuse("package.not-xml", cursor.at);
    if (cursor.at + 1 == cursor.end) return cursor.refuse("package.not-xml", cursor.at);
    if (hasClass(cursor.at[1], nameStart) || cursor.at[1] == '/') return cursor.refuse("package.two-roots", cursor.at);
    if (!cursor.markup()) return false;
  }
}

}  // namespace cchc::detail
