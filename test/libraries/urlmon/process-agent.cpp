// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// XFAIL: *
// The process has a User-Agent of its own for downloads. A model has no place for what
// belongs to the process.
#include <windows.h>
#include <urlmon.h>

void download() {
  char Agent[] = "MdePartner-Contoso-Cognito/1.0";
  UrlMkSetSessionOption(URLMON_OPTION_USERAGENT, Agent, sizeof Agent - 1, 0);
  URLDownloadToFileA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", "photo.jpg", 0, nullptr);
}
