# cchc_library(NAME DEPENDS a b … EXTERNAL targets… PRIVATE_EXTERNAL targets… PRECOMPILE headers…): one static library per
# folder of core, from all sources in it and its sub-folders. DEPENDS are the core folders that it may include;
# tests/architecture checks the includes. PRECOMPILE lists the heavy headers of the folder's own third-party libraries.
#
# Headers that most sources need anyway are compiled once. No source may rely on that: installer/check.sh compiles
# without them.
set(CCHC_COMMON_HEADERS <algorithm> <array> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <utility> <vector> <tl/expected.hpp>)

function(cchc_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;EXTERNAL;PRIVATE_EXTERNAL;EXCLUDE;PRECOMPILE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(pattern ${ARG_EXCLUDE})
    list(FILTER sources EXCLUDE REGEX ${pattern})
  endforeach()
  add_library(cchc_${name} STATIC ${sources})
  target_include_directories(cchc_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  foreach(dependency ${ARG_DEPENDS})
    target_link_libraries(cchc_${name} PUBLIC cchc_${dependency})
  endforeach()
  target_link_libraries(cchc_${name} PUBLIC ${ARG_EXTERNAL} PRIVATE ${ARG_PRIVATE_EXTERNAL})
  if(ARG_PRECOMPILE OR name STREQUAL base)
    target_precompile_headers(cchc_${name} PRIVATE ${CCHC_COMMON_HEADERS} ${ARG_PRECOMPILE})
  else()
    target_precompile_headers(cchc_${name} REUSE_FROM cchc_base)
  endif()
endfunction()
