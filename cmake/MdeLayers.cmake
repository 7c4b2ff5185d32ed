# Kept apart from the build so that ctest can run it as a script as well.
cmake_minimum_required(VERSION 3.25)
# The order of the libraries and the checks that it is kept.

set(MDE_LAYERS Text Ir Capture Models Paths Requirement Findings Index Report Check Scan Audit)

# mde_check_links(NAME LINK...): the configuration fails when a library links
# itself, one below it, or one that the list doesn't name.
function(mde_check_links NAME)
  list(FIND MDE_LAYERS ${NAME} _own)
  if(_own EQUAL -1)
    message(FATAL_ERROR "lib/${NAME} is not in MDE_LAYERS (cmake/MdeLayers.cmake): add it at its place.")
  endif()
  foreach(_link ${ARGN})
    list(FIND MDE_LAYERS ${_link} _other)
    if(_other EQUAL -1)
      message(FATAL_ERROR "lib/${NAME} links ${_link}, which is not in MDE_LAYERS (cmake/MdeLayers.cmake).")
    elseif(NOT _other LESS _own)
      message(FATAL_ERROR "lib/${NAME} links ${_link}, which stands below it: data flows from Text down to Audit only.")
    endif()
  endforeach()
endfunction()

# mde_check_includes(LIB_DIR OUT): sets OUT to a list of sentences, one for each
# #include in LIB_DIR/X of a header of a library below X.
function(mde_check_includes LIB_DIR OUT)
  set(_faults)
  set(_below ${MDE_LAYERS})
  foreach(_layer ${MDE_LAYERS})
    list(REMOVE_ITEM _below ${_layer})
    file(GLOB_RECURSE _files "${LIB_DIR}/${_layer}/*.h" "${LIB_DIR}/${_layer}/*.cpp"
      "${LIB_DIR}/${_layer}/*.inc" "${LIB_DIR}/${_layer}/*.def")
    foreach(_file ${_files})
      file(STRINGS "${_file}" _lines REGEX "^[ \t]*#[ \t]*include[ \t]*[\"<][A-Za-z-]+/")
      foreach(_line ${_lines})
        string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*[\"<]([A-Za-z-]+)/.*$" "\\1" _folder "${_line}")
        if(_folder IN_LIST _below)
          file(RELATIVE_PATH _name "${LIB_DIR}" "${_file}")
          list(APPEND _faults "lib/${_name} includes a header of ${_folder}, which stands below ${_layer}: '${_line}'.")
        endif()
        # Only Capture, Check and Audit may know clang.
        if(_folder MATCHES "^clang" AND NOT _layer MATCHES "^(Capture|Check|Scan|Audit)$")
          file(RELATIVE_PATH _name "${LIB_DIR}" "${_file}")
          list(APPEND _faults "lib/${_name} includes a header of clang, which only Capture, Check, Scan and Audit may: '${_line}'.")
        endif()
      endforeach()
    endforeach()
  endforeach()
  set(${OUT} "${_faults}" PARENT_SCOPE)
endfunction()

# As a script, for ctest: cmake -DLIB_DIR=... -P MdeLayers.cmake
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  mde_check_includes("${LIB_DIR}" _faults)
  foreach(_fault ${_faults})
    message(SEND_ERROR "${_fault}")
  endforeach()
endif()
