// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- --target=x86_64-w64-mingw32 -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the request is sent.
#include <windows.h>
#include <winhttp.h>

BOOL sent(HINTERNET session) {
  HINTERNET connection = WinHttpConnect(WinHttpOpen(NULL, WINHTTP_ACCESS_TYPE_NO_PROXY, NULL, NULL, 0), L"graph.microsoft.com", 443, 0);
  HINTERNET request = WinHttpOpenRequest(connection, L"GET", L"/v1.0/me", NULL, NULL, NULL, WINHTTP_FLAG_SECURE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  return WinHttpSendRequest(request, NULL, 0, NULL, 0, 0, 0);
}
// CHECK-FIXES: BOOL sent(
// CHECK-FIXES: WinHttpAddRequestHeaders(request, L"User-Agent: " "MdePartner-Contoso-Cognito/1.0", (DWORD)-1, WINHTTP_ADDREQ_FLAG_ADD | WINHTTP_ADDREQ_FLAG_REPLACE);
// CHECK-FIXES-NEXT: return WinHttpSendRequest(request
