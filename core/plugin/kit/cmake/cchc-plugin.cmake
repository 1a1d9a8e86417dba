# cchc_add_plugin(NAME labour [FOLDER folder] [OUTPUT folder] [NO_INSTALL])
#
# One department from the files of FOLDER (otherwise of the current source folder):
#   plugin.cpp or plugin.c      the library NAME, in OUTPUT; without it the department has definitions and texts alone
#   other *.cpp and *.c         cchc_plugin_NAME_parts, a static library that the plugin, and its tests, link
#   *.xml and messages.tsv      copied beside the library
#   library.txt                 written beside the library, so that it is missed if it is not there (plugin.library-missing)
# OUTPUT is the folder NAME of the current binary folder, unless it is given: `cchc --plugins` takes the folder above it.
# The department is installed into lib/cchc/plugins/NAME, unless NO_INSTALL is given. The suite and departments outside of it use the same function.
#
# CCHC_PLUGIN_INCLUDE must be the folder that holds cchc/plugin.h; find_package(cchc-plugin) sets it. The target
# cchc_plugin_kit gives it to what links it.
include_guard(GLOBAL)
add_library(cchc_plugin_kit INTERFACE)
target_include_directories(cchc_plugin_kit INTERFACE ${CCHC_PLUGIN_INCLUDE})
target_compile_features(cchc_plugin_kit INTERFACE cxx_std_20)

function(cchc_add_plugin)
  cmake_parse_arguments(ARG "NO_INSTALL" "NAME;FOLDER;OUTPUT" "" ${ARGN})
  if(NOT ARG_NAME OR ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "usage: cchc_add_plugin(NAME name [FOLDER folder] [OUTPUT folder] [NO_INSTALL])")
  endif()
  if(NOT ARG_FOLDER)
    set(ARG_FOLDER ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  if(NOT ARG_OUTPUT)
    set(ARG_OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${ARG_NAME})
  endif()
  get_filename_component(folder ${ARG_FOLDER} ABSOLUTE)
  set(plugin cchc_plugin_${ARG_NAME})

  file(GLOB main CONFIGURE_DEPENDS ${folder}/plugin.cpp ${folder}/plugin.c)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.c)
  # CMake leaves out sources of a language that is not enabled, without a word.
  foreach(language C CXX)
    set(extension cpp)
    if(language STREQUAL "C")
      set(extension c)
    endif()
    if("${sources}" MATCHES "\\.${extension}(;|$)" AND NOT CMAKE_${language}_COMPILER_LOADED)
      message(FATAL_ERROR "${folder} has *.${extension}: add ${language} to the LANGUAGES of project()")
    endif()
  endforeach()
  if(sources AND NOT main)
    message(FATAL_ERROR "${folder} has sources, but no plugin.cpp or plugin.c that registers what is in them")
  endif()
  if(main)
    add_library(${plugin} MODULE ${main})
    target_link_libraries(${plugin} PRIVATE cchc_plugin_kit)
    list(REMOVE_ITEM sources ${main})
    if(sources)
      add_library(${plugin}_parts STATIC ${sources})
      target_link_libraries(${plugin}_parts PUBLIC cchc_plugin_kit)
      target_link_libraries(${plugin} PRIVATE ${plugin}_parts)
      # Only the two functions of the interface are seen from outside.
      set_target_properties(${plugin}_parts PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    endif()
    set_target_properties(${plugin} PROPERTIES PREFIX "" OUTPUT_NAME ${ARG_NAME} LIBRARY_OUTPUT_DIRECTORY ${ARG_OUTPUT}
      C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    file(GENERATE OUTPUT ${ARG_OUTPUT}/library.txt CONTENT "${ARG_NAME}\n")
    if(NOT ARG_NO_INSTALL)
      install(TARGETS ${plugin} LIBRARY DESTINATION lib/cchc/plugins/${ARG_NAME})
      install(FILES ${ARG_OUTPUT}/library.txt DESTINATION lib/cchc/plugins/${ARG_NAME})
    endif()
  else()
    file(REMOVE ${ARG_OUTPUT}/library.txt)
  endif()

  set(copies)
  file(GLOB resources CONFIGURE_DEPENDS ${folder}/*.xml ${folder}/messages.tsv)
  foreach(resource ${resources})
    get_filename_component(file ${resource} NAME)
    add_custom_command(OUTPUT ${ARG_OUTPUT}/${file} DEPENDS ${resource}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${ARG_OUTPUT}
      COMMAND ${CMAKE_COMMAND} -E copy ${resource} ${ARG_OUTPUT}/${file})
    list(APPEND copies ${ARG_OUTPUT}/${file})
  endforeach()
  add_custom_target(${plugin}_files ALL DEPENDS ${copies})
  if(TARGET ${plugin})
    add_dependencies(${plugin} ${plugin}_files)
  endif()
  if(NOT ARG_NO_INSTALL)
    install(FILES ${resources} DESTINATION lib/cchc/plugins/${ARG_NAME})
  endif()
endfunction()
