// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function does first to an object that unseen code made, its caller finds.
#include <windows.h>
#include <comutil.h>
#include <msxml2.h>

extern IXMLHTTPRequest *made();

static void open(IXMLHTTPRequest *Request) {
  Request->open(_bstr_t(L"GET"), _bstr_t(L"https://graph.microsoft.com/v1.0/me"), VARIANT(), VARIANT(), VARIANT());
}

void sent() {
  IXMLHTTPRequest *Request = made();
  open(Request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MSXML sends 'Internet Explorer's' [mde-user-agent]
  Request->send(VARIANT());
}
