// Nearly all bytes of a file are checked here, so all of this is in one file, which lets the compiler inline it.
#include "core/exchange/xml/xml_elements.h"

#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "core/exchange/xml/plain_run.h"

namespace cchc::detail {
namespace {

// Only names that libxml2 certainly accepts as URIs pass: "", "urn:a:b.c_1", "http://host/path#". The two reserved
// namespaces may not be bound.
bool isNamespaceName(std::string_view name) {
  const auto begins = [&](std::string_view prefix) { return name.substr(0, prefix.size()) == prefix; };
  if (name.empty()) return true;
  if (begins("http://www.w3.org/XML/1998/") || begins("http://www.w3.org/2000/xmlns")) return false;
  const std::size_t scheme = begins("urn:") ? 4 : begins("http://") ? 7 : begins("https://") ? 8 : 0;
  if (scheme == 0 || scheme == name.size()) return false;
  auto rest = name.substr(scheme);
  if (rest.back() == '#') rest.remove_suffix(1);
  for (const char c : rest) {
    const bool separator = scheme == 4 ? c == ':' : c == '/';
    if (!separator && (!hasClass(c, nameChar) || c == ':')) return false;
  }
  return true;
}

constexpr std::size_t mostAttributes = 64, mostPrefixes = 16;

class Elements : public XmlCursor {
 public:
  Elements(const XmlCursor& cursor, std::size_t limit) : XmlCursor(cursor), limit_(limit) {}

  bool pass();

 private:
  // A declared namespace prefix, with the depth of the element that declares it.
  struct Prefix {
    std::string_view name;
    std::size_t depth;
  };

  // The beginning of the last tag that had an attribute, up to the attribute's value: `<cell column=`. The rows of a
  // table repeat it.
  struct TagStart {
    std::string_view begins, element, attribute;
  };

  bool openTag();
  bool repeatsLastTag();
  void rememberTag(const char* from);
  bool closeTag();
  bool attribute(std::size_t count);
  bool attributeValue(std::string_view* value);
  bool text();
  bool skipPlainRun(char stop);
  bool readName(std::string_view* value, std::size_t* colon);
  bool isDeclared(std::string_view prefix) const;

  std::size_t limit_;
  const char* valueAt_ = nullptr;         // the last attribute's value, with its quote
  const char* plainCheckedTo_ = nullptr;  // the end of the last run that skipPlainRun tried
  std::array<std::string_view, deepestXml> open_;
  std::array<TagStart, deepestXml> lastTags_;  // by depth
  std::size_t depth_ = 0;
  std::array<std::string_view, mostAttributes> attributes_;
  std::array<Prefix, mostPrefixes> prefixes_;
  std::size_t prefixCount_ = 0;
};

// Checks from the root's start tag to its end tag.
bool Elements::pass() {
  do {
    // The cursor is at '<'.
    if (at + 1 == end) return cutShort();
    const char second = at[1];
    if (hasClass(second, nameStart)) {
      if (!openTag()) return false;
    } else if (second == '/') {
      if (!closeTag()) return false;
    } else if (second == '!' || second == '?') {
      if (!markup()) return false;
    } else {
      return refuse("package.not-xml", at + 1);
    }
  } while (depth_ != 0 && text());
  return error.code.empty();
}

// A name consists of ASCII letters, digits, '-', '_' and '.', with at most one ':' that has a name on both sides.
// `colon` is the index of the ':', or 0.
bool Elements::readName(std::string_view* value, std::size_t* colon) {
  const char* from = at;
  *colon = 0;
  if (ended() || !hasClass(*at, nameStart)) return notXml();
  for (++at; !ended() && hasClass(*at, nameChar); ++at) {
    if (*at != ':') continue;
    if (*colon != 0) return refuse("package.not-xml", at);
    *colon = static_cast<std::size_t>(at - from);
    if (at + 1 != end && !hasClass(at[1], nameStart)) return refuse("package.not-xml", at);
  }
  if (ended()) return cutShort();
  *value = {from, static_cast<std::size_t>(at - from)};
  return true;
}

bool Elements::isDeclared(std::string_view prefix) const {
  for (std::size_t i = 0; i < prefixCount_; ++i) {
    if (prefixes_[i].name == prefix) return true;
  }
  return false;
}

// If the tag begins with the same bytes as the last one at this depth, those bytes need no second check. The cursor is
// then at the value of the first attribute.
bool Elements::repeatsLastTag() {
  if (depth_ >= limit_) return false;
  const auto& last = lastTags_[depth_];
  if (last.begins.empty() || !startsWith(last.begins)) return false;
  at += last.begins.size();
  open_[depth_++] = last.element;
  attributes_[0] = last.attribute;
  return true;
}

// Called after the first attribute. A namespace declaration is never remembered, so it is read again in every tag.
void Elements::rememberTag(const char* from) {
  const auto attribute = attributes_[0];
  if (attribute.substr(0, 5) == "xmlns") return;
  lastTags_[depth_ - 1] = {{from, static_cast<std::size_t>(valueAt_ - from)}, open_[depth_ - 1], attribute};
}

bool Elements::openTag() {
  const char* from = at;
  std::string_view element;
  std::size_t colon = 0, count = 0;
  if (repeatsLastTag()) {
    std::string_view value;
    if (!attributeValue(&value)) return false;
    count = 1;
  } else {
    ++at;
    if (!readName(&element, &colon)) return false;
    if (depth_ == limit_) {
      return refuse("package.too-deep", from, {{"limit", std::to_string(limit_)}});
    }
    open_[depth_++] = element;
  }
  bool empty = false;
  while (true) {
    const char* before = at;
    skipSpace();
    if (ended()) return cutShort();
    if (*at == '>') break;
    if (*at == '/') {
      ++at;
      if (ended() || *at != '>') return notXml();
      empty = true;
      break;
    }
    if (at == before) return refuse("package.not-xml", at);
    if (!attribute(count)) return false;
    if (count++ == 0 && colon == 0) rememberTag(from);
  }
  ++at;
  if (colon != 0 && !isDeclared(element.substr(0, colon))) {
    return refuse("package.undeclared-prefix", from, {{"prefix", std::string(element.substr(0, colon))}});
  }
  if (empty) {
    --depth_;
    while (prefixCount_ != 0 && prefixes_[prefixCount_ - 1].depth > depth_) --prefixCount_;
  }
  return true;
}

bool Elements::closeTag() {
  const char* from = at;
  at += 2;
  const auto expected = open_[depth_ - 1];
  std::string_view element;
  const auto left = static_cast<std::size_t>(end - at);
  if (left > expected.size() && std::memcmp(at, expected.data(), expected.size()) == 0 &&
      !hasClass(at[expected.size()], nameChar)) {
    at += expected.size();
  } else {
    std::size_t colon = 0;
    if (!readName(&element, &colon)) return false;
    return refuse("package.mismatched-tag", from, {{"tag", std::string(element)}, {"expected", std::string(expected)}});
  }
  skipSpace();
  if (ended() || *at != '>') return notXml();
  ++at;
  --depth_;
  while (prefixCount_ != 0 && prefixes_[prefixCount_ - 1].depth > depth_) --prefixCount_;
  return true;
}

// Only xmlns declarations may have a prefix. No format of the suite has other prefixed attributes, and without them two
// attributes of different names cannot have the same expanded name.
bool Elements::attribute(std::size_t count) {
  const char* from = at;
  std::string_view attribute, value;
  std::size_t colon = 0;
  if (!readName(&attribute, &colon)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (attributes_[i] == attribute)
      return refuse("package.duplicate-attribute", from, {{"attribute", std::string(attribute)}});
  }
  if (count == mostAttributes) return refuse("package.markup", from, {{"markup", std::string(attribute)}});
  attributes_[count] = attribute;
  skipSpace();
  if (ended() || *at != '=') return notXml();
  ++at;
  skipSpace();
  valueAt_ = at;
  if (!attributeValue(&value)) return false;
  const bool standard = attribute.substr(0, 5) == "xmlns" && (attribute.size() == 5 || colon == 5);
  if (!standard) {
    return colon == 0 ||
           refuse("package.undeclared-prefix", from, {{"prefix", std::string(attribute.substr(0, colon))}});
  }
  if (!isNamespaceName(value)) {
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

bool Elements::attributeValue(std::string_view* value) {
  if (ended() || (*at != '"' && *at != '\'')) return notXml();
  const char quote = *at++;
  const char* from = at;
  while (true) {
    while (!ended() && hasClass(*at, plainAttribute)) ++at;
    if (ended()) return cutShort();
    if (*at == quote) break;
    if (static_cast<unsigned char>(*at) >= 0x80 && skipPlainRun(quote)) break;
    if (*at == '<') return refuse("package.not-xml", at);
    if (*at == '"' || *at == '\'')
      ++at;
    else if (!character())
      return false;
  }
  *value = {from, static_cast<std::size_t>(at - from)};
  ++at;
  return true;
}

// Moves to `stop` if all text before it is plain (plain_run.h). Each run is tried once, so that the search stays
// linear.
bool Elements::skipPlainRun(char stop) {
  if (at < plainCheckedTo_) return false;
  const auto* found = static_cast<const char*>(std::memchr(at, stop, static_cast<std::size_t>(end - at)));
  plainCheckedTo_ = found == nullptr ? end : found;
  if (found == nullptr || !isPlainMarkup({at, static_cast<std::size_t>(found - at)})) return false;
  at = found;
  return true;
}

// Checks character data up to the next '<'.
bool Elements::text() {
  while (true) {
    while (at != end && hasClass(*at, plainText)) ++at;
    if (ended()) return cutShort();
    if (*at == '<') return true;
    if (static_cast<unsigned char>(*at) >= 0x80 && skipPlainRun('<')) return true;
    if (*at == ']') {
      if (startsWith("]]>")) return refuse("package.not-xml", at);
      ++at;
    } else if (!character()) {
      return false;
    }
  }
}

}  // namespace

bool passElements(XmlCursor& cursor, std::size_t depth) {
  Elements elements(cursor, depth);
  const bool passed = elements.pass();
  cursor = std::move(elements);
  return passed;
}

}  // namespace cchc::detail
