// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Included before all else: Debian builds wxWidgets without wxWebRequest.
#include <wx/setup.h>
#undef wxUSE_WEBREQUEST
#undef wxUSE_WEBREQUEST_CURL
#define wxUSE_WEBREQUEST 1
#define wxUSE_WEBREQUEST_CURL 1
