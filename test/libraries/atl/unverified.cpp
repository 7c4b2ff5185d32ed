// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What ATL_HTTP_USERAGENT says is not known; with VerifyAll that is said.
#include <windows.h>
#define ATL_HTTP_USERAGENT TEXT("User-Agent: MdePartner-Contoso-Cognito/1.0\r\n")
#include <atlhttp.h>

void named() {
  CAtlHttpClient Client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.*}}ATL_HTTP_USERAGENT{{.*}} [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"));
  Client.Navigate(TEXT("http://files.contoso.example/v1.0/me"));
}
