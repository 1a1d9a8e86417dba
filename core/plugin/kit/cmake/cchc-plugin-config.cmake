# find_package(cchc-plugin): the plugin kit of CCHC Suite, headers and one CMake function.
get_filename_component(CCHC_PLUGIN_INCLUDE ${CMAKE_CURRENT_LIST_DIR}/../../../include ABSOLUTE)
include(${CMAKE_CURRENT_LIST_DIR}/cchc-plugin.cmake)
