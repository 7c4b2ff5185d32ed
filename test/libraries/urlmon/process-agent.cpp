// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -DONLY_UNSEEN --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The process has a User-Agent of its own for downloads, and any file may set it.
#include <windows.h>
#include <urlmon.h>

#define PHOTO "https://graph.microsoft.com/v1.0/me/photo/$value"

#ifndef ONLY_UNSEEN

void setHere() {
  char Agent[] = "MdePartner-Contoso-Cognito/1.0";
  UrlMkSetSessionOption(URLMON_OPTION_USERAGENT, Agent, sizeof Agent - 1, 0);
  URLDownloadToFileA(nullptr, PHOTO, "photo.jpg", 0, nullptr);
}

void malformedHere() {
  char Agent[] = "Contoso/1.0";
  UrlMkSetSessionOption(URLMON_OPTION_USERAGENT, Agent, sizeof Agent - 1, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  URLDownloadToFileA(nullptr, PHOTO, "photo.jpg", 0, nullptr);
}

#endif

void setSomewhereOrNowhere() {
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on what was set for the whole process, which was not seen [mde-user-agent]
  URLDownloadToFileA(nullptr, PHOTO, "photo.jpg", 0, nullptr);
}
