# cmake -DDIR=lib/Report -DOUT=PageText.cpp -P EmbedPage.cmake
#
# Writes a C++ file that holds the parts of the HTML report as text.
set(_constants "")
foreach(_part Html Css Js)
  string(TOLOWER "${_part}" _extension)
  file(READ "${DIR}/Page.${_extension}" _text)
  if(_text MATCHES "\\)mde\"")
    message(FATAL_ERROR "${DIR}/Page.${_extension}: the text )mde\" ends the literal that the page is embedded in; write it differently.")
  endif()
  string(APPEND _constants "const char mde::report::Page${_part}[] = R\"mde(${_text})mde\";\n")
endforeach()
file(WRITE "${OUT}" "// Generated from lib/Report/Page.* by cmake/EmbedPage.cmake.
#include \"Report/PageText.h\"

${_constants}")
