// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Downloads to files and streams; what a callback object adds is not known.
#include <windows.h>
#include <urlmon.h>

struct Headers : IBindStatusCallback {
  LPCWSTR Lines = L"User-Agent: MdePartner-Contoso-Cognito/1.0";
};

extern Headers *make();

void withoutCallback() {
  char Name[MAX_PATH];
  IStream *Stream = nullptr;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; URL monikers sends 'Internet Explorer's' [mde-user-agent]
  URLDownloadToFileW(nullptr, L"https://graph.microsoft.com/v1.0/me/photo/$value", L"photo.jpg", 0, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; URL monikers sends 'Internet Explorer's' [mde-user-agent]
  URLDownloadToCacheFileA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", Name, MAX_PATH, 0, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; URL monikers sends 'Internet Explorer's' [mde-user-agent]
  URLOpenBlockingStreamA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", &Stream, 0, nullptr);
  URLDownloadToFileA(nullptr, "https://files.contoso.example/graph.microsoft.com", "photo.jpg", 0, nullptr);
}

void withCallback(IBindStatusCallback *Callback) {
  URLDownloadToFileA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", "photo.jpg", 0, Callback);
  Headers *Made = make();
  URLDownloadToFileA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", "photo.jpg", 0, Made);
  URLOpenStreamA(nullptr, "https://graph.microsoft.com/v1.0/me/photo/$value", 0, Callback);
}

// Nobody has set an agent for the process.
int main() {
  withoutCallback();
  withCallback(make());
}
