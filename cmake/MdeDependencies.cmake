# Finds LLVM, clang and fmt, and offers them as targets:
#   MdeLLVM    headers and definitions of LLVM; links nothing, see below
#   MdeClang   the same for clang
#   MdeLLVMLib, MdeClangLib   the shared libraries, for executables
#
# Libraries of ours use the headers only. An executable links the shared
# libraries; the plugin links neither, because its host already has both in the
# process and a second copy of LLVM aborts at start-up.

set(_mde_llvm_root "/usr/lib/llvm-${MDE_LLVM_VERSION}")

# Debian's prefix first, then wherever CMake looks (-DLLVM_DIR=..., CMAKE_PREFIX_PATH).
# LLVM's package accepts no request for a major version alone: checked below.
find_package(LLVM QUIET CONFIG PATHS "${_mde_llvm_root}" NO_DEFAULT_PATH)
find_package(LLVM REQUIRED CONFIG)
if(NOT LLVM_VERSION_MAJOR EQUAL MDE_LLVM_VERSION)
  message(FATAL_ERROR
    "LLVM ${MDE_LLVM_VERSION} is asked for but ${LLVM_VERSION} was found in ${LLVM_DIR}. "
    "Install llvm-${MDE_LLVM_VERSION}-dev or set -DLLVM_DIR.")
endif()

add_library(MdeLLVM INTERFACE)
target_include_directories(MdeLLVM SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
separate_arguments(_mde_llvm_definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(MdeLLVM INTERFACE
  ${_mde_llvm_definitions})
add_library(MdeLLVMLib INTERFACE)
target_link_libraries(MdeLLVMLib INTERFACE MdeLLVM LLVM)

if(MDE_WITH_CLANG)
  # Debian's ClangTargets.cmake names targets of these two but doesn't look for them.
  find_package(Protobuf REQUIRED)
  find_package(gRPC CONFIG REQUIRED)
  find_package(Clang REQUIRED CONFIG PATHS "${LLVM_INSTALL_PREFIX}" NO_DEFAULT_PATH)
  add_library(MdeClang INTERFACE)
  target_link_libraries(MdeClang INTERFACE MdeLLVM)
  target_include_directories(MdeClang SYSTEM INTERFACE ${CLANG_INCLUDE_DIRS})
  add_library(MdeClangLib INTERFACE)
  target_link_libraries(MdeClangLib INTERFACE MdeClang clang-cpp LLVM)
endif()

find_package(fmt REQUIRED)
