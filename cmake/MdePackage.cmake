# `cmake --install` and `cpack` (a .deb): tools, plugin, models and documents
# where Debian keeps such things.
if(MDE_PLUGIN_ONLY OR NOT MDE_WITH_CLANG)
  return()
endif()

# GNUInstallDirs names the multiarch folder only under /usr.
set(_plugin_dir "${CMAKE_INSTALL_LIBDIR}")
if(CMAKE_LIBRARY_ARCHITECTURE)
  set(_plugin_dir "lib/${CMAKE_LIBRARY_ARCHITECTURE}")
endif()

foreach(_tool mde-tidy mde-audit mde-clangd mde-ir)
  if(TARGET ${_tool})
    install(TARGETS ${_tool} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  endif()
endforeach()
install(TARGETS MdeTidyPlugin LIBRARY DESTINATION "${_plugin_dir}/mde-tidy")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/lib/Models/" DESTINATION "${CMAKE_INSTALL_DATADIR}/mde-tidy/models"
  FILES_MATCHING PATTERN "*.yaml" PATTERN "*.ir")
# For a WORKSPACE: docs/scale.md.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/bazel" DESTINATION "${CMAKE_INSTALL_DATADIR}/mde-tidy")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" DESTINATION "share/doc/mde-tidy")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "share/doc/mde-tidy" RENAME copyright)
if(EXISTS "${PROJECT_SOURCE_DIR}/docs")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION "share/doc/mde-tidy")
endif()
# Where docs/editors.md points to.
foreach(_editor neovim emacs helix kate)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/editors/${_editor}" DESTINATION "share/doc/mde-tidy/editors")
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mde-tidy)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_CONTACT "The authors of mde-tidy")
set(CPACK_PACKAGE_FILE_NAME "mde-tidy")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# clang's own headers (stddef.h ...), which no shared library asks for.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libclang-common-${MDE_LLVM_VERSION}-dev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "clang-tidy-${MDE_LLVM_VERSION}")
include(CPack)
