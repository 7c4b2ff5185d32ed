// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The process's User-Agent is set in one function, and is that of the others from then on.
#include <windows.h>
#include <urlmon.h>

static const char *Photo = "https://graph.microsoft.com/v1.0/me/photo/$value";

static void configure(const char *Name) {
  char Agent[64];
  lstrcpyA(Agent, Name);
  UrlMkSetSessionOption(URLMON_OPTION_USERAGENT, Agent, lstrlenA(Agent), 0);
}

static void download() {
  URLDownloadToFileA(nullptr, Photo, "photo.jpg", 0, nullptr);
}

int main(int argc, char **) {
  if (argc > 1)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; URL monikers sends 'Internet Explorer's' [mde-user-agent]
    download();
  configure("MdePartner-Contoso-Cognito/1.0");
  URLDownloadToFileA(nullptr, Photo, "photo.jpg", 0, nullptr);
  if (argc > 2)
    configure("Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  download();
}
