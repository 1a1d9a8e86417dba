// The only file that includes Boost.Spirit, which is slow to compile.
#include "core/rules/syntax.h"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "core/base/text.h"

namespace cchc::rules {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = std::string::const_iterator;

struct StartTag;  // the start of the text, for positions

template <class Context>
std::size_t positionOf(const Context& context, Iterator at) {
  return static_cast<std::size_t>(at - x3::get<StartTag>(context).get());
}

template <Syntax::Kind kind>
struct Leaf {
  template <class Context>
  void operator()(Context& context) const {
    const auto& range = x3::_attr(context);
    auto& value = x3::_val(context);
    value.kind = kind;
    value.text.assign(range.begin(), range.end());
    value.parts.clear();
    // The position of a string is that of its opening quote.
    value.position = positionOf(context, range.begin()) - (kind == Syntax::Kind::string ? 1 : 0);
  }
};

constexpr auto assign = [](auto& context) { x3::_val(context) = x3::_attr(context); };

// What was parsed so far becomes the left side.
constexpr auto beginBinary = [](auto& context) {
  const auto& range = x3::_attr(context);
  Syntax node;
  node.kind = Syntax::Kind::binary;
  node.text.assign(range.begin(), range.end());
  node.position = positionOf(context, range.begin());
  node.parts.push_back(std::move(x3::_val(context)));
  x3::_val(context) = std::move(node);
};
constexpr auto addPart = [](auto& context) { x3::_val(context).parts.push_back(x3::_attr(context)); };
constexpr auto beginUnary = [](auto& context) {
  const auto& range = x3::_attr(context);
  auto& value = x3::_val(context);
  value.kind = Syntax::Kind::unary;
  value.text.assign(range.begin(), range.end());
  value.parts.clear();
  value.position = positionOf(context, range.begin());
};

const x3::rule<struct OrTag, Syntax> disjunction = "disjunction";
const x3::rule<struct AndTag, Syntax> conjunction = "conjunction";
const x3::rule<struct NotTag, Syntax> negation = "negation";
const x3::rule<struct CompareTag, Syntax> comparison = "comparison";
const x3::rule<struct SumTag, Syntax> sum = "sum";
const x3::rule<struct ProductTag, Syntax> product = "product";
const x3::rule<struct SignTag, Syntax> sign = "sign";
const x3::rule<struct PrimaryTag, Syntax> primary = "value";
const x3::rule<struct CallTag, Syntax> call = "call";

const auto wordCharacter = x3::char_("a-zA-Z0-9_");
template <class Word>
auto keyword(Word word) {
  return x3::raw[x3::lexeme[x3::lit(word) >> !wordCharacter]];
}
const auto identifier = x3::char_("a-z_") >> *x3::char_("a-z0-9_");
const auto dotted = identifier >> *(x3::char_('.') >> x3::char_("a-z0-9_") >> *x3::char_("a-z0-9_"));
const auto rowToken = x3::char_('[') >> +(x3::char_ - x3::char_("] \t\n")) >> x3::char_(']');
const auto name =
    x3::raw[x3::lexeme[dotted >> -(rowToken >> x3::char_('.') >> identifier) >> -(x3::char_('/') >> dotted)]];
// Not x3::digit and x3::space: those are not defined for the octets of letters outside ASCII.
const auto digit = x3::char_("0-9");
const auto white = x3::char_(" \t\r\n");
const auto number = x3::raw[x3::lexeme[+digit >> -(x3::char_('.') >> +digit)]];
const auto string = x3::lexeme['"' >> x3::raw[*(x3::char_ - '"')] >> '"'];

const auto disjunction_def = conjunction[assign] >> *(keyword("or")[beginBinary] > conjunction[addPart]);
const auto conjunction_def = negation[assign] >> *(keyword("and")[beginBinary] > negation[addPart]);
const auto negation_def = (keyword("not")[beginUnary] > negation[addPart]) | comparison[assign];
const auto comparison_def =
    sum[assign] >>
    -(x3::raw[x3::lexeme[x3::lit("!=") | x3::lit("<=") | x3::lit(">=") | x3::lit("=") | x3::lit("<") | x3::lit(">")]]
             [beginBinary] > sum[addPart]);
const auto sum_def = product[assign] >> *(x3::raw[x3::char_("+-")][beginBinary] > product[addPart]);
const auto product_def = sign[assign] >> *(x3::raw[x3::char_('*')][beginBinary] > sign[addPart]);
const auto sign_def = (x3::raw[x3::char_('-')][beginUnary] > sign[addPart]) | primary[assign];
const auto call_def = x3::raw[x3::lexeme[identifier]][Leaf<Syntax::Kind::call>{}] >> '(' >>
                      -(disjunction[addPart] % ',') > ')';
const auto primary_def = number[Leaf<Syntax::Kind::number>{}] | string[Leaf<Syntax::Kind::string>{}] | call[assign] |
                         name[Leaf<Syntax::Kind::name>{}] | ('(' > disjunction[assign] > ')');

BOOST_SPIRIT_DEFINE(disjunction, conjunction, negation, comparison, sum, product, sign, primary, call)

tl::unexpected<WrongSyntax> wrong(const ExpressionText& expression, std::size_t position, std::string expected) {
  const auto rest = shortened(std::string_view(expression.text).substr(std::min(position, expression.text.size())));
  return tl::unexpected(WrongSyntax{
      position,
      {{"expression", expression.text}, {"at", rest.empty() ? "∎" : rest}, {"expected", std::move(expected)}}});
}

}  // namespace

tl::expected<Syntax, WrongSyntax> parse(const ExpressionText& expression) {
  // Deep nesting is never useful and would exhaust the stack.
  int depth = 0;
  for (std::size_t i = 0; i < expression.text.size(); ++i) {
    depth += expression.text[i] == '(' ? 1 : expression.text[i] == ')' ? -1 : 0;
    if (depth > 100) return wrong(expression, i, "( ≤ 100");
  }
  if (expression.text.size() > 10000) return wrong(expression, 10000, "≤ 10000");
  Syntax result;
  auto at = expression.text.cbegin();
  const auto start = at;
  try {
    const auto grammar = x3::with<StartTag>(std::cref(start))[disjunction];
    const bool parsed = x3::phrase_parse(at, expression.text.cend(), grammar, white, result);
    if (!parsed || at != expression.text.cend())
      return wrong(expression, static_cast<std::size_t>(at - start), "+ - * = < > and or, ∎");
  } catch (const x3::expectation_failure<Iterator>& failure) {
    // Spirit names an expected literal; anything else that was expected is a value.
    const auto which = failure.which();
    return wrong(expression, static_cast<std::size_t>(failure.where() - start), which.starts_with('\'') ? which : "…");
  }
  return result;
}

}  // namespace cchc::rules
