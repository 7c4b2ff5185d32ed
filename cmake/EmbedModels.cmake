# cmake -DDIR=lib/Models -DOUT=Embedded.cpp -P EmbedModels.cmake
#
# Writes a C++ file that holds DIR/*.yaml and DIR/*.ir as text. The name of a
# model is its file name.
file(GLOB _files LIST_DIRECTORIES false RELATIVE "${DIR}" "${DIR}/*.yaml" "${DIR}/*.ir")
list(SORT _files)

set(_rows "")
foreach(_file ${_files})
  file(READ "${DIR}/${_file}" _text)
  if(_text MATCHES "\\)mde\"")
    message(FATAL_ERROR "${DIR}/${_file}: the text )mde\" ends the literal that the model is embedded in; write it differently.")
  endif()
  # Adjacent literals, because compilers limit the length of one.
  string(LENGTH "${_text}" _length)
  set(_literals "")
  set(_from 0)
  while(_from LESS _length)
    string(SUBSTRING "${_text}" ${_from} 12000 _piece)
    string(APPEND _literals "R\"mde(${_piece})mde\"\n")
    math(EXPR _from "${_from} + 12000")
  endwhile()
  if(_literals STREQUAL "")
    set(_literals "\"\"")
  endif()
  string(APPEND _rows "    {\"${_file}\",\n${_literals}},\n")
endforeach()

list(LENGTH _files _count)
if(_count EQUAL 0)
  set(_body "  return {};\n")
else()
  set(_body "  static const EmbeddedModel All[] = {\n${_rows}  };\n  return All;\n")
endif()
file(WRITE "${OUT}" "// Generated from lib/Models by cmake/EmbedModels.cmake.
#include \"Models/Embedded.h\"

llvm::ArrayRef<mde::models::EmbeddedModel> mde::models::embeddedModels() {
${_body}}
")
