#include "core/exchange/xml/strict_xml.h"

#include <array>
#include <cstring>

#include "core/exchange/xml/plain_run.h"
#include "core/exchange/xml/xml_characters.h"

namespace cchc {
namespace {

using namespace detail;

// The namespace names that libxml2 surely takes for URIs: "", "urn:a:b.c_1", "http://host/path#"; not the two that may
// not be bound.
bool namespaceName(std::string_view name) {
  const auto begins = [&](std::string_view prefix) { return name.substr(0, prefix.size()) == prefix; };
  if (name.empty()) return true;
  if (begins("http://www.w3.org/XML/1998/") || begins("http://www.w3.org/2000/xmlns")) return false;
  const std::size_t scheme = begins("urn:") ? 4 : begins("http://") ? 7 : begins("https://") ? 8 : 0;
  if (scheme == 0 || scheme == name.size()) return false;
  auto rest = name.substr(scheme);
  if (rest.back() == '#') rest.remove_suffix(1);
  for (const char c : rest) {
    const bool separator = scheme == 4 ? c == ':' : c == '/';
    if (!separator && (!is(c, nameChar) || c == ':')) return false;
  }
  return true;
}

constexpr std::size_t deepest = 64, mostAttributes = 64, mostPrefixes = 16;

// One pass with a fixed stack. Every step answers false once `error_` is set.
class Guard {
 public:
  Guard(std::string_view bytes, const XmlLimits& limits)
      : begin_(bytes.data()), at_(begin_), end_(begin_ + bytes.size()), limits_(limits) {}

  bool run() { return prolog() && elements() && epilog(); }

  Error error(std::string_view bytes, std::string_view file) && {
    error_.place = placeInFile(bytes, file, static_cast<std::size_t>(where_ - begin_));
    return std::move(error_);
  }

 private:
  struct Prefix {
    std::string_view name;
    std::size_t depth;
  };

  // How the last tag began that had an attribute: `<cell column=`. Rows of cells begin alike.
  struct Usual {
    std::string_view begins, element, attribute;
  };

  bool refuse(std::string_view code, const char* where, std::vector<Parameter> parameters = {}) {
    error_ = Error{std::string(code), {}, std::move(parameters)};
    where_ = where;
    return false;
  }
  bool cutShort() { return refuse("package.cut-short", end_); }
  bool ended() const { return at_ == end_; }
  bool next(std::string_view text) const {
    return static_cast<std::size_t>(end_ - at_) >= text.size() && std::memcmp(at_, text.data(), text.size()) == 0;
  }
  // What is left is the beginning of `text`: the file was cut inside it.
  bool cutInside(std::string_view text) const {
    const auto left = static_cast<std::size_t>(end_ - at_);
    return left < text.size() && std::memcmp(at_, text.data(), left) == 0;
  }
  void skipSpace() {
    while (at_ != end_ && is(*at_, space)) ++at_;
  }
  bool notXml() { return ended() ? cutShort() : refuse("package.not-xml", at_); }

  bool prolog();
  bool declaration();
  bool pseudoAttribute(std::string_view name, std::string_view* value);
  bool elements();
  bool openTag();
  bool likeTheLast();
  void remember(const char* from);
  bool closeTag();
  bool attribute(std::size_t count);
  bool attributeValue(std::string_view* value);
  bool text();
  bool skipPlain(char stop);
  bool character();
  bool reference();
  bool markup();
  bool comment();
  bool epilog();
  bool name(std::string_view* value, std::size_t* colon);
  bool declared(std::string_view prefix) const;

  const char *begin_, *at_, *end_;
  const XmlLimits& limits_;
  Error error_;
  const char* where_ = nullptr;
  const char* valueAt_ = nullptr;  // the last attribute's value, with its quote
  const char* tried_ = nullptr;    // as far as a plain run was looked for
  std::array<std::string_view, deepest> open_;
  std::array<Usual, deepest> usual_;  // by depth
  std::size_t depth_ = 0;
  std::array<std::string_view, mostAttributes> attributes_;
  std::array<Prefix, mostPrefixes> prefixes_;
  std::size_t prefixCount_ = 0;
};

bool Guard::prolog() {
  if (ended()) return refuse("package.empty", at_);
  if (next("\xff\xfe") || next("\xfe\xff")) return refuse("package.encoding", at_, {{"encoding", "UTF-16"}});
  if (next("\xef\xbb\xbf")) at_ += 3;
  if (cutInside("<?xml ")) return cutShort();
  if (next("<?xml") && is(at_[5], space) && !declaration()) return false;
  while (true) {
    skipSpace();
    if (ended()) return cutShort();
    if (*at_ != '<') return refuse("package.not-xml", at_);
    if (at_ + 1 == end_) return cutShort();
    if (is(at_[1], nameStart)) return true;
    if (at_[1] != '!' && at_[1] != '?') return refuse("package.not-xml", at_);
    if (!markup()) return false;
  }
}

// <?xml version="1.0" encoding="UTF-8" standalone="yes"?>, of which only the version must be there.
bool Guard::declaration() {
  at_ += 5;
  std::string_view value;
  if (!pseudoAttribute("version", &value)) return false;
  if (value != "1.0") return refuse("package.not-xml", at_);
  skipSpace();
  if (next("encoding")) {
    if (!pseudoAttribute("encoding", &value)) return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    constexpr std::string_view wanted = "utf-8";
    bool same = value.size() == wanted.size();
    for (std::size_t i = 0; same && i < wanted.size(); ++i) same = lower(value[i]) == wanted[i];
    if (!same) return refuse("package.encoding", value.data(), {{"encoding", std::string(value)}});
    skipSpace();
  }
  if (next("standalone")) {
    if (!pseudoAttribute("standalone", &value)) return false;
    if (value != "yes" && value != "no") return refuse("package.not-xml", at_);
    skipSpace();
  }
  if (!next("?>"))
    return cutInside("encoding") || cutInside("standalone") || cutInside("?>") ? cutShort()
                                                                               : refuse("package.not-xml", at_);
  at_ += 2;
  return true;
}

bool Guard::pseudoAttribute(std::string_view name, std::string_view* value) {
  if (!is(at_[-1], space)) {
    const char* before = at_;
    skipSpace();
    if (at_ == before) return notXml();
  }
  skipSpace();
  if (!next(name)) return cutInside(name) ? cutShort() : refuse("package.not-xml", at_);
  at_ += name.size();
  skipSpace();
  if (ended() || *at_ != '=') return notXml();
  ++at_;
  skipSpace();
  if (ended() || (*at_ != '"' && *at_ != '\'')) return notXml();
  const char quote = *at_++;
  const char* from = at_;
  while (!ended() && *at_ != quote) {
    if (!is(*at_, nameChar)) return refuse("package.not-xml", at_);
    ++at_;
  }
  if (ended()) return cutShort();
  *value = {from, static_cast<std::size_t>(at_ - from)};
  ++at_;
  return true;
}

// Everything from the root's start tag to its end.
bool Guard::elements() {
  do {
    // Here stands '<'.
    if (at_ + 1 == end_) return cutShort();
    const char second = at_[1];
    if (is(second, nameStart)) {
      if (!openTag()) return false;
    } else if (second == '/') {
      if (!closeTag()) return false;
    } else if (second == '!' || second == '?') {
      if (!markup()) return false;
    } else {
      return refuse("package.not-xml", at_ + 1);
    }
  } while (depth_ != 0 && text());
  return error_.code.empty();
}

// Letters, digits, '-', '_', '.', and one ':' with a name on both sides. Stands at its first character.
bool Guard::name(std::string_view* value, std::size_t* colon) {
  const char* from = at_;
  *colon = 0;
  if (ended() || !is(*at_, nameStart)) return notXml();
  for (++at_; !ended() && is(*at_, nameChar); ++at_) {
    if (*at_ != ':') continue;
    if (*colon != 0) return refuse("package.not-xml", at_);
    *colon = static_cast<std::size_t>(at_ - from);
    if (at_ + 1 != end_ && !is(at_[1], nameStart)) return refuse("package.not-xml", at_);
  }
  if (ended()) return cutShort();
  *value = {from, static_cast<std::size_t>(at_ - from)};
  return true;
}

bool Guard::declared(std::string_view prefix) const {
  for (std::size_t i = 0; i < prefixCount_; ++i) {
    if (prefixes_[i].name == prefix) return true;
  }
  return false;
}

// The tag begins with the same bytes as the last one in its place: what was found good then is good now. Stands at the
// value then.
bool Guard::likeTheLast() {
  if (depth_ >= static_cast<std::size_t>(limits_.depth) || depth_ >= deepest) return false;
  const auto& usual = usual_[depth_];
  if (usual.begins.empty() || !next(usual.begins)) return false;
  at_ += usual.begins.size();
  open_[depth_++] = usual.element;
  attributes_[0] = usual.attribute;
  return true;
}

// After the first attribute. A declaration of a prefix is read anew each time.
void Guard::remember(const char* from) {
  const auto attribute = attributes_[0];
  if (attribute.substr(0, 5) == "xmlns") return;
  usual_[depth_ - 1] = {{from, static_cast<std::size_t>(valueAt_ - from)}, open_[depth_ - 1], attribute};
}

bool Guard::openTag() {
  const char* from = at_;
  std::string_view element;
  std::size_t colon = 0, count = 0;
  if (likeTheLast()) {
    std::string_view value;
    if (!attributeValue(&value)) return false;
    count = 1;
  } else {
    ++at_;
    if (!name(&element, &colon)) return false;
    if (depth_ == static_cast<std::size_t>(limits_.depth) || depth_ == deepest) {
      return refuse("package.too-deep", from, {{"limit", std::to_string(limits_.depth)}});
    }
    open_[depth_++] = element;
  }
  bool empty = false;
  while (true) {
    const char* before = at_;
    skipSpace();
    if (ended()) return cutShort();
    if (*at_ == '>') break;
    if (*at_ == '/') {
      ++at_;
      if (ended() || *at_ != '>') return notXml();
      empty = true;
      break;
    }
    if (at_ == before) return refuse("package.not-xml", at_);
    if (!attribute(count)) return false;
    if (count++ == 0 && colon == 0) remember(from);
  }
  ++at_;
  if (colon != 0 && !declared(element.substr(0, colon))) {
    return refuse("package.undeclared-prefix", from, {{"prefix", std::string(element.substr(0, colon))}});
  }
  if (empty) {
    --depth_;
    while (prefixCount_ != 0 && prefixes_[prefixCount_ - 1].depth > depth_) --prefixCount_;
  }
  return true;
}

bool Guard::closeTag() {
  const char* from = at_;
  at_ += 2;
  const auto expected = open_[depth_ - 1];
  std::string_view element;
  const auto left = static_cast<std::size_t>(end_ - at_);
  if (left > expected.size() && std::memcmp(at_, expected.data(), expected.size()) == 0 &&
      !is(at_[expected.size()], nameChar)) {
    at_ += expected.size();
  } else {
    std::size_t colon = 0;
    if (!name(&element, &colon)) return false;
    return refuse("package.mismatched-tag", from, {{"tag", std::string(element)}, {"expected", std::string(expected)}});
  }
  skipSpace();
  if (ended() || *at_ != '>') return notXml();
  ++at_;
  --depth_;
  while (prefixCount_ != 0 && prefixes_[prefixCount_ - 1].depth > depth_) --prefixCount_;
  return true;
}

// Only xmlns declarations may have a prefix: no format of ours has others, and equal expanded names need no look then.
bool Guard::attribute(std::size_t count) {
  const char* from = at_;
  std::string_view attribute, value;
  std::size_t colon = 0;
  if (!name(&attribute, &colon)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (attributes_[i] == attribute)
      return refuse("package.duplicate-attribute", from, {{"attribute", std::string(attribute)}});
  }
  if (count == mostAttributes) return refuse("package.markup", from, {{"markup", std::string(attribute)}});
  attributes_[count] = attribute;
  skipSpace();
  if (ended() || *at_ != '=') return notXml();
  ++at_;
  skipSpace();
  valueAt_ = at_;
  if (!attributeValue(&value)) return false;
  const bool standard = attribute.substr(0, 5) == "xmlns" && (attribute.size() == 5 || colon == 5);
  if (!standard) {
    return colon == 0 ||
           refuse("package.undeclared-prefix", from, {{"prefix", std::string(attribute.substr(0, colon))}});
  }
  if (!namespaceName(value)) {
    return refuse("package.undeclared-prefix", from, {{"prefix", std::string(value)}});
  }
  if (colon == 0) return true;
  const auto prefix = attribute.substr(6);
  if (value.empty() || prefix == "xml" || prefix == "xmlns" || prefixCount_ == mostPrefixes) {
    return refuse("package.undeclared-prefix", from, {{"prefix", std::string(prefix)}});
  }
  prefixes_[prefixCount_++] = {prefix, depth_};
  return true;
}

bool Guard::attributeValue(std::string_view* value) {
  if (ended() || (*at_ != '"' && *at_ != '\'')) return notXml();
  const char quote = *at_++;
  const char* from = at_;
  while (true) {
    while (!ended() && is(*at_, plainAttribute)) ++at_;
    if (ended()) return cutShort();
    if (*at_ == quote) break;
    if (static_cast<unsigned char>(*at_) >= 0x80 && skipPlain(quote)) break;
    if (*at_ == '<') return refuse("package.not-xml", at_);
    if (*at_ == '"' || *at_ == '\'')
      ++at_;
    else if (!character())
      return false;
  }
  *value = {from, static_cast<std::size_t>(at_ - from)};
  ++at_;
  return true;
}

// Up to `stop`, when all before it is everyday text. Tried once for each run.
bool Guard::skipPlain(char stop) {
  if (at_ < tried_) return false;
  const auto* found = static_cast<const char*>(std::memchr(at_, stop, static_cast<std::size_t>(end_ - at_)));
  tried_ = found == nullptr ? end_ : found;
  if (found == nullptr || !isPlainMarkup({at_, static_cast<std::size_t>(found - at_)})) return false;
  at_ = found;
  return true;
}

// Character data up to the next '<'.
bool Guard::text() {
  while (true) {
    while (at_ != end_ && is(*at_, plainText)) ++at_;
    if (ended()) return cutShort();
    if (*at_ == '<') return true;
    if (static_cast<unsigned char>(*at_) >= 0x80 && skipPlain('<')) return true;
    if (*at_ == ']') {
      if (next("]]>")) return refuse("package.not-xml", at_);
      ++at_;
    } else if (!character()) {
      return false;
    }
  }
}

// A reference, a character beyond ASCII, or one that may not be.
bool Guard::character() {
  const auto first = static_cast<unsigned char>(*at_);
  if (first == '&') return reference();
  const auto control = [&](std::uint32_t point) {
    std::string digits;
    for (int shift = point > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
      digits += "0123456789ABCDEF"[(point >> shift) & 15U];
    return refuse("package.text", at_, {{"character", "U+" + digits}});
  };
  if (first < 0x80) return control(first);
  const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return refuse("package.not-utf8", at_);
  std::uint32_t point = first & (0x7fU >> static_cast<unsigned>(length));
  for (int i = 1; i < length; ++i) {
    if (at_ + i == end_) return cutShort();
    const auto byte = static_cast<unsigned char>(at_[i]);
    if ((byte & 0xc0U) != 0x80U) return refuse("package.not-utf8", at_);
    point = point << 6U | (byte & 0x3fU);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const auto refused = refusedPoint(point);
  if (overlong || refused == Refused::notUnicode) return refuse("package.not-utf8", at_);
  if (refused == Refused::control) return control(point);
  at_ += length;
  return true;
}

bool Guard::reference() {
  const char* from = at_;
  for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
    if (next(entity)) {
      at_ += entity.size();
      return true;
    }
    if (cutInside(entity)) return cutShort();
  }
  ++at_;
  if (ended()) return cutShort();
  if (*at_ != '#') {
    // "&name;" is an entity of someone's; anything else is an '&' that should have been "&amp;".
    const char* to = at_;
    while (to != end_ && is(*to, nameChar)) ++to;
    if (to != end_ && to != at_ && *to == ';')
      return refuse("package.entity", from, {{"entity", std::string(from, to + 1)}});
    return refuse("package.stray-ampersand", from);
  }
  ++at_;
  const bool hexadecimal = !ended() && *at_ == 'x';
  if (hexadecimal) ++at_;
  std::uint32_t point = 0;
  const char* digits = at_;
  for (; !ended() && *at_ != ';'; ++at_) {
    const char c = *at_;
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!(c >= '0' && c <= '9') && !(hexadecimal && letter)) return refuse("package.stray-ampersand", from);
    const auto digit = static_cast<std::uint32_t>(letter ? (c | 0x20) - 'a' + 10 : c - '0');
    point = point * (hexadecimal ? 16 : 10) + digit;
    if (point > 0x10ffff) return refuse("package.not-utf8", from);
  }
  if (ended()) return cutShort();
  if (at_ == digits) return refuse("package.stray-ampersand", from);
  ++at_;
  switch (refusedPoint(point)) {
    case Refused::no:
      return true;
    case Refused::notUnicode:
      return refuse("package.not-utf8", from);
    case Refused::control:
      return refuse("package.text", from, {{"character", std::string(from, at_)}});
  }
  return true;
}

// "<!" or "<?" where no tag is: a comment if they may be, else refused with what it is.
bool Guard::markup() {
  if (next("<!--") && limits_.comments) return comment();
  for (const std::string_view kind : {"<!--", "<![CDATA[", "<!DOCTYPE", "<?"}) {
    if (next(kind)) {
      if (kind == "<!DOCTYPE") return refuse("package.doctype", at_);
      return refuse("package.markup", at_, {{"markup", std::string(kind)}});
    }
    if (cutInside(kind)) return cutShort();
  }
  return refuse("package.not-xml", at_);
}

bool Guard::comment() {
  const char* from = at_;
  at_ += 4;
  while (true) {
    while (!ended() && is(*at_, plainText | plainAttribute) && *at_ != '-') ++at_;
    if (ended()) return cutShort();
    if (next("-->")) {
      at_ += 3;
      return true;
    }
    if (next("--")) return at_ + 2 == end_ ? cutShort() : refuse("package.not-xml", from);
    if (*at_ == '-' || *at_ == '<' || *at_ == '&')
      ++at_;
    else if (!character())
      return false;
  }
}

bool Guard::epilog() {
  while (true) {
    skipSpace();
    if (ended()) return true;
    if (*at_ != '<') return refuse("package.not-xml", at_);
    if (at_ + 1 == end_) return refuse("package.not-xml", at_);
    if (is(at_[1], nameStart) || at_[1] == '/') return refuse("package.two-roots", at_);
    if (!markup()) return false;
  }
}

}  // namespace

Status guardXml(std::string_view bytes, std::string_view file, const XmlLimits& limits) {
  if (bytes.size() > limits.bytes) {
    const auto megabytes = [](std::size_t size) { return std::to_string((size + (1U << 20U) - 1) >> 20U); };
    return fail("package.too-large", file, {{"size", megabytes(bytes.size())}, {"limit", megabytes(limits.bytes)}});
  }
  Guard guard(bytes, limits);
  if (guard.run()) return {};
  return fail(std::move(guard).error(bytes, file));
}

std::string placeInFile(std::string_view bytes, std::string_view file, std::size_t offset) {
  std::size_t line = 1, column = 1;
  for (const char c : bytes.substr(0, offset)) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
      ++column;
    }
  }
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace cchc
