# Makes one C++ file from the catalogue of texts (texts/README.md tells their format):
#   cmake -DFOLDER=core/base/texts -DOUTPUT=texts_table.cpp -P make_texts.cmake app.tsv store.tsv ...
# The script is run by CMake itself, so that a cross build needs no program of the host. A malformed line stops the build
# with its file and line. No text is ever held in a CMake list, since lists give ';', '[', ']' and '\' meanings of their
# own.
cmake_minimum_required(VERSION 3.25)

set(header "code\tvi\tvi-fix\ten\ten-fix")
set(line_format "^[^\t]+\t[^\t]*\t[^\t]*\t[^\t]*\t[^\t]*$")
set(longest 8000)  # bytes: MSVC takes no string literal over 16 kB

# The entries of FOLDER/NAME as C++ initialisers, in `result` of the caller.
function(entries_of name)
  file(READ "${FOLDER}/${name}" content)
  string(REPLACE "\r\n" "\n" content "${content}")
  if(NOT content MATCHES "\n$")
    string(APPEND content "\n")
  endif()

  set(number 0)
  set(rest "${content}")
  while(NOT "${rest}" STREQUAL "")
    math(EXPR number "${number} + 1")
    string(FIND "${rest}" "\n" end)
    string(SUBSTRING "${rest}" 0 ${end} line)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${rest}" ${end} -1 rest)
    if(number EQUAL 1)
      if(NOT "${line}" STREQUAL "${header}")
        message(FATAL_ERROR "${FOLDER}/${name}:1: the first line must be the names of the five columns, tabs between")
      endif()
      set(body "${rest}")
      continue()
    endif()
    if(NOT "${line}" MATCHES "${line_format}")
      message(FATAL_ERROR "${FOLDER}/${name}:${number}: a line has five columns with a tab between; the first is not empty")
    endif()
    string(LENGTH "${line}" length)
    if(length GREATER longest)
      message(FATAL_ERROR "${FOLDER}/${name}:${number}: the line has ${length} bytes, more than ${longest}")
    endif()
    # What is left after the three escapes are taken out must have no backslash.
    string(REPLACE "\\\\" "" plain "${line}")
    string(REPLACE "\\n" "" plain "${plain}")
    string(REPLACE "\\t" "" plain "${plain}")
    string(FIND "${plain}" "\\" stray)
    if(NOT stray EQUAL -1)
      message(FATAL_ERROR "${FOLDER}/${name}:${number}: a backslash stands only in \\n, \\t and \\\\")
    endif()
  endwhile()

  # The escapes of a text file are those of C++.
  string(REPLACE "\"" "\\\"" body "${body}")
  # With their lengths, so that the compiler need not count thousands of texts.
  string(REPLACE "\t" "\"sv, \"" body "${body}")
  string(REPLACE "\n" "\"sv},\n    {\"" body "${body}")
  set(result "    // ${name}\n    {\"${body}" PARENT_SCOPE)
endfunction()

set(table "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE 5 ${last})
  entries_of("${CMAKE_ARGV${index}}")
  string(REGEX REPLACE "    {\"$" "" result "${result}")  # the last line break opened an entry that is not there
  string(APPEND table "${result}")
endforeach()

file(WRITE "${OUTPUT}" "// Made by core/base/make_texts.cmake from core/base/texts/*.tsv: change those.
#include \"core/base/texts.h\"

namespace cchc {
namespace {
using namespace std::string_view_literals;
constexpr TextEntry table[] = {
${table}};
}  // namespace

std::span<const TextEntry> allTexts() { return table; }

}  // namespace cchc
")
