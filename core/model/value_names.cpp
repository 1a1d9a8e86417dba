// The names of types, of bases of rates and of what is known about denominators, in files.
#include "core/base/names.h"
#include "core/model/value.h"

namespace cchc {
namespace {

using T = FieldType;
using D = DenominatorState;

constexpr Names<T, 15> types{{{{T::integer, "integer"},
                               {T::decimal, "decimal"},
                               {T::money, "money"},
                               {T::percent, "percent"},
                               {T::rate, "rate"},
                               {T::date, "date"},
                               {T::dateRange, "date-range"},
                               {T::text, "text"},
                               {T::longText, "long-text"},
                               {T::choice, "choice"},
                               {T::choices, "choices"},
                               {T::yesNo, "yes-no"},
                               {T::document, "document"},
                               {T::documents, "documents"},
                               {T::attachment, "attachment"}}}};
constexpr Names<RateBase, 4> rateBases{{{{RateBase::unspecified, ""},
                                         {RateBase::received, "received"},
                                         {RateBase::resolved, "resolved"},
                                         {RateBase::due, "due"}}}};
constexpr Names<D, 3> denominators{{{{D::unspecified, ""}, {D::unknown, "unknown"}, {D::noneArose, "none-arose"}}}};

}  // namespace

bool isNumeric(FieldType type) { return type <= FieldType::rate; }
std::string_view fieldTypeName(FieldType type) { return types.name(type); }
std::optional<FieldType> fieldTypeOf(std::string_view name) { return types.find(name); }
std::string_view rateBaseName(RateBase base) { return rateBases.name(base); }
std::optional<RateBase> rateBaseOf(std::string_view name) { return rateBases.find(name); }
std::string_view denominatorName(DenominatorState state) { return denominators.name(state); }
std::optional<DenominatorState> denominatorOf(std::string_view name) { return denominators.find(name); }

}  // namespace cchc
