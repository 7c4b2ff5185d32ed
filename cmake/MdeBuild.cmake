# How our own targets are built: flags, libraries of the house and their order.

set(MDE_LIB_DIR "${PROJECT_SOURCE_DIR}/lib")
set(MDE_GEN_DIR "${PROJECT_BINARY_DIR}/gen")

# The house, top to bottom: a library links and includes only what stands before it.
include(MdeLayers)

configure_file("${PROJECT_SOURCE_DIR}/cmake/MdeVersion.h.in" "${MDE_GEN_DIR}/MdeVersion.h" @ONLY)
configure_file("${PROJECT_SOURCE_DIR}/cmake/MdeSwitches.h.in" "${MDE_GEN_DIR}/MdeSwitches.h" @ONLY)

if(MDE_ASSERTIONS)
  foreach(_flags CMAKE_C_FLAGS_RELEASE CMAKE_CXX_FLAGS_RELEASE
                 CMAKE_C_FLAGS_RELWITHDEBINFO CMAKE_CXX_FLAGS_RELWITHDEBINFO)
    string(REPLACE "-DNDEBUG" "" ${_flags} "${${_flags}}")
  endforeach()
endif()
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

add_library(MdeOptions INTERFACE)
target_compile_features(MdeOptions INTERFACE cxx_std_20)
target_include_directories(MdeOptions INTERFACE "${MDE_LIB_DIR}" "${MDE_GEN_DIR}")
target_compile_options(MdeOptions INTERFACE
  -Wall -Wextra -Werror -fno-rtti -fno-exceptions)
if(MDE_SANITIZE)
  # vptr needs the RTTI that we build without.
  set(_sanitize -fsanitize=address,undefined -fno-sanitize=vptr
    -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  if(MDE_FUZZ)
    list(APPEND _sanitize -fsanitize=fuzzer-no-link)
  endif()
  target_compile_options(MdeOptions INTERFACE ${_sanitize})
  # GCC takes instrumented code for uses of what was never set.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(MdeOptions INTERFACE -Wno-maybe-uninitialized)
  else()
    # libstdc++ 12 uses in its own std::stable_sort what it calls deprecated.
    target_compile_options(MdeOptions INTERFACE -Wno-deprecated-declarations)
  endif()
  target_link_options(MdeOptions INTERFACE ${_sanitize})
endif()

# Every target of ours has these.
function(mde_set_options TARGET)
  target_link_libraries(${TARGET} PRIVATE MdeOptions)
  set_target_properties(${TARGET} PROPERTIES
    CXX_EXTENSIONS OFF
    POSITION_INDEPENDENT_CODE ON)
endfunction()

# The headers of clang cost a file 13 s; a precompiled one, shared by all who
# include clang, saves most of that.
function(mde_use_clang TARGET)
  target_link_libraries(${TARGET} PRIVATE MdeClang)
  if(NOT TARGET MdeClangPch)
    file(WRITE "${MDE_GEN_DIR}/MdeClangPch.cpp.tmp" "// Carries the precompiled headers of clang.\n")
    file(COPY_FILE "${MDE_GEN_DIR}/MdeClangPch.cpp.tmp" "${MDE_GEN_DIR}/MdeClangPch.cpp" ONLY_IF_DIFFERENT)
    add_library(MdeClangPch OBJECT "${MDE_GEN_DIR}/MdeClangPch.cpp")
    mde_set_options(MdeClangPch)
    target_link_libraries(MdeClangPch PRIVATE MdeClang fmt::fmt-header-only)
    target_precompile_headers(MdeClangPch PRIVATE
      "${PROJECT_SOURCE_DIR}/cmake/ClangPch.h")
  endif()
  target_precompile_headers(${TARGET} REUSE_FROM MdeClangPch)
endfunction()

# mde_add_library(NAME [CLANG] [LINKS OTHER...] [SOURCES GENERATED...])
#
# Builds lib/NAME/*.cpp into the static library MdeNAME. LINKS are names of the
# house. A library that has no source yet, or needs clang where the build has
# none, is an empty one that only passes its links on.
function(mde_add_library NAME)
  cmake_parse_arguments(ARG "CLANG" "" "LINKS;SOURCES" ${ARGN})
  mde_check_links(${NAME} ${ARG_LINKS})
  file(GLOB _sources CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set(_compiled ${_sources} ${ARG_SOURCES})
  list(FILTER _compiled INCLUDE REGEX "\\.cpp$")
  if(NOT _compiled)
    message(STATUS "lib/${NAME} has no source yet and is left out")
  endif()
  if(NOT _compiled OR (ARG_CLANG AND NOT MDE_WITH_CLANG))
    add_library(Mde${NAME} INTERFACE)
    foreach(_link ${ARG_LINKS})
      target_link_libraries(Mde${NAME} INTERFACE Mde${_link})
    endforeach()
    return()
  endif()
  add_library(Mde${NAME} STATIC ${_sources} ${ARG_SOURCES})
  mde_set_options(Mde${NAME})
  foreach(_link ${ARG_LINKS})
    target_link_libraries(Mde${NAME} PUBLIC Mde${_link})
  endforeach()
  target_link_libraries(Mde${NAME} PRIVATE MdeLLVM fmt::fmt-header-only)
  if(ARG_CLANG)
    mde_use_clang(Mde${NAME})
  endif()
endfunction()

# mde_add_tool(NAME [CLANG] [PCH] [LINKS OTHER...])
#
# Builds the *.cpp of the current folder into the executable bin/NAME. PCH is
# for a tool that includes big headers of clang; a main should not need it.
function(mde_add_tool NAME)
  cmake_parse_arguments(ARG "CLANG;PCH" "" "LINKS" ${ARGN})
  file(GLOB _sources CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set(_compiled ${_sources})
  list(FILTER _compiled INCLUDE REGEX "\\.cpp$")
  if(NOT _compiled)
    message(STATUS "tools/${NAME} has no source yet and is left out")
    return()
  endif()
  add_executable(${NAME} ${_sources})
  mde_set_options(${NAME})
  target_link_libraries(${NAME} PRIVATE fmt::fmt-header-only)
  foreach(_link ${ARG_LINKS})
    target_link_libraries(${NAME} PRIVATE Mde${_link})
  endforeach()
  if(ARG_CLANG AND MDE_WITH_CLANG)
    target_link_libraries(${NAME} PRIVATE MdeClangLib)
    if(ARG_PCH)
      mde_use_clang(${NAME})
    endif()
  endif()
  target_link_libraries(${NAME} PRIVATE MdeLLVMLib)
endfunction()
