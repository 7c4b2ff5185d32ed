// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- --target=x86_64-w64-mingw32 -std=gnu17 -DUNICODE
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the request is sent.
#include <windows.h>
#include <wininet.h>

BOOL sent(void) {
  HINTERNET session = InternetOpen(NULL, INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
  HINTERNET connection = InternetConnect(session, TEXT("graph.microsoft.com"), 443, NULL, NULL, INTERNET_SERVICE_HTTP, 0, 0);
  HINTERNET request = HttpOpenRequest(connection, NULL, TEXT("/v1.0/me"), NULL, NULL, NULL, INTERNET_FLAG_SECURE, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  return HttpSendRequestW(request, NULL, 0, NULL, 0);
}
// CHECK-FIXES: BOOL sent(
// CHECK-FIXES: HttpAddRequestHeaders(request, TEXT("User-Agent: ") TEXT("MdePartner-Contoso-Cognito/1.0"), (DWORD)-1, HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE);
// CHECK-FIXES-NEXT: return HttpSendRequestW(request
