// Reads packages.
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "core/base/digest.h"
#include "core/exchange/package/content_reader.h"
#include "core/exchange/package/package.h"
#include "core/exchange/package/package_attachments.h"
#include "core/exchange/package/package_head.h"
#include "core/exchange/xml/strict_xml.h"
#include "core/exchange/xml/xml_source.h"

namespace cchc {
namespace {

// Parses in place in `buffer`. The guard has passed the bytes, so an error here means a bug in the guard or in pugixml;
// it is reported all the same.
Status parse(const XmlSource& source, std::string& buffer, pugi::xml_document& document) {
  buffer.assign(source.bytes);
  const auto parsed = document.load_buffer_inplace(buffer.data(), buffer.size(), xmlParseFlags, pugi::encoding_utf8);
  if (parsed) return {};
  return fail("package.not-xml", positionInFile(source.bytes, source.file, static_cast<std::size_t>(parsed.offset)));
}

// Until here the header has the codes that the file has.
void identifyUnits(const UnitCodes& codes, SubmissionHeader& header) {
  const auto& period = header.key.period;
  header.key.unit = codes.unitOf(header.key.unit.value, period);
  header.reporter = codes.unitOf(header.reporter.value, period);
  if (header.enteredFor) header.enteredFor->by = codes.unitOf(header.enteredFor->by.value, period);
}

}  // namespace

struct SubmissionReader::State {
  DefinitionLookup lookup;
  UnitCodes codes;
  std::string buffer;
  pugi::xml_document document;
  ContentReader content;
  Unfit unfit = Unfit::refused;

  Result<Package> read(const XmlSource& source, bool computeDigest, Package package) {
    CCHC_CHECK(parse(source, buffer, document));
    CCHC_TRY(const auto nodes, findPackageNodes(source, document));
    auto& header = package.header;
    CCHC_CHECK(readPackageHead(source, nodes, header));
    identifyUnits(codes, header);
    CCHC_TRY(const auto* definition, findDefinition(source, header));
    const bool keeping = unfit == Unfit::kept || definition->digest != header.definitionDigest;
    CCHC_CHECK(content.read(source, nodes.firstValue, *definition, keeping, package.data));
    CCHC_CHECK(readAttachments(source, nodes.attachments, content.attachments(), package.attachments));
    if (computeDigest) header.contentDigest = sha256(contentOctets(source, nodes));
    return package;
  }

  Result<const SectionDefinition*> findDefinition(const XmlSource& source, const SubmissionHeader& header) const {
    auto found = lookup(header);
    if (!found) {
      auto error = std::move(found).error();
      if (error.place.empty()) error.place = source.file;
      return fail(std::move(error));
    }
    if (*found == nullptr)
      return fail("package.unknown-section", source.file, {{"section", header.key.definition.value}});
    const auto& definition = **found;
    if (definition.version < header.definitionVersion)
      return fail("package.newer-definition", source.file, formDifference(definition, header));
    return *found;
  }
};

std::vector<Parameter> formDifference(const SectionDefinition& here, const SubmissionHeader& header) {
  constexpr std::size_t shown = 12;  // enough of a digest to compare by eye
  return {{"title", here.title.vi},
          {"title_en", here.title.in(Language::en)},
          {"version", std::to_string(header.definitionVersion)},
          {"digest", header.definitionDigest.substr(0, shown)},
          {"here", std::to_string(here.version)},
          {"digest_here", here.digest.substr(0, shown)}};
}

SubmissionReader::SubmissionReader(DefinitionLookup lookup, UnitCodes codes, Unfit unfit)
    : state_(std::make_unique<State>()) {
  state_->lookup = std::move(lookup);
  state_->codes = std::move(codes);
  state_->unfit = unfit;
}
SubmissionReader::SubmissionReader(SubmissionReader&&) noexcept = default;
SubmissionReader& SubmissionReader::operator=(SubmissionReader&&) noexcept = default;
SubmissionReader::~SubmissionReader() = default;

Result<Package> SubmissionReader::read(std::string_view bytes, std::string_view file, Package reusable) {
  XmlLimits limits;
  limits.bytes = packageLimit;
  CCHC_CHECK(guardXml(bytes, file, limits));
  return state_->read({bytes, file}, true, std::move(reusable));
}

Result<Package> SubmissionReader::readStored(std::string_view bytes, std::string_view file, Package reusable) {
  return state_->read({bytes, file}, false, std::move(reusable));
}

Result<Package> readPackage(std::string_view bytes, std::string_view file, const DefinitionLookup& lookup,
                            const UnitCodes& codes, Package reusable, Unfit unfit) {
  return SubmissionReader(lookup, codes, unfit).read(bytes, file, std::move(reusable));
}

Result<SubmissionHeader> readPackageHeader(std::string_view bytes, std::string_view file, const UnitCodes& codes) {
  XmlLimits limits;
  limits.bytes = packageLimit;
  CCHC_CHECK(guardXml(bytes, file, limits));
  const XmlSource source{bytes, file};
  std::string buffer;
  pugi::xml_document document;
  CCHC_CHECK(parse(source, buffer, document));
  CCHC_TRY(const auto nodes, findPackageNodes(source, document));
  SubmissionHeader header;
  CCHC_CHECK(readPackageHead(source, nodes, header));
  identifyUnits(codes, header);
  header.contentDigest = sha256(contentOctets(source, nodes));
  return header;
}

}  // namespace cchc
