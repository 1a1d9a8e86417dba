#include "core/rendering/schema.h"

#include <string>
#include <utility>

#include "core/rendering/schema_check.h"
#include "core/rendering/xml_document.h"

namespace cchc {

struct Schema::Parsed {
  detail::XmlSchema schema;
  std::string name;
};

Schema::Schema(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

Result<Schema> Schema::load(const std::filesystem::path& xsd) {
  CCHC_TRY(auto schema, detail::parseSchema(xsd));
  return Schema(std::make_unique<Parsed>(Parsed{std::move(schema), xsd.filename().string()}));
}

std::vector<std::pair<int, Error>> Schema::problems(std::string_view xml, std::string_view file) const {
  int line = 0;
  const auto document = detail::parseXml(xml, file, nullptr, &line);
  if (!document) return {{line, document.error()}};
  std::vector<std::pair<int, Error>> all;
  for (const auto& one : detail::invalidities(**document, *parsed_->schema)) {
    all.emplace_back(one.line, Error{"schema.invalid",
                                     detail::lineInFile(file, one.line),
                                     {{"schema", parsed_->name}, {"reason", one.message}},
                                     ErrorKind::refusal});
  }
  return all;
}

Status Schema::validate(std::string_view xml, std::string_view file) const {
  auto all = problems(xml, file);
  if (!all.empty()) return fail(std::move(all.front().second));
  return {};
}

Status validate(std::string_view xml, const std::filesystem::path& xsd, std::string_view file) {
  CCHC_TRY(const auto schema, Schema::load(xsd));
  return schema.validate(xml, file);
}

}  // namespace cchc
