// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <wx/protocol/http.h>

void missing() {
  wxHTTP http;
  http.Connect("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
  wxInputStream *stream = http.GetInputStream("/v1.0/me");
  delete stream;
}
// CHECK-FIXES: void missing()
// CHECK-FIXES: http.Connect("graph.microsoft.com");
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: http.SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: wxInputStream *stream = http.GetInputStream("/v1.0/me");

void replaced() {
  wxHTTP http;
  http.Connect("graph.microsoft.com");
  http.SetHeader("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  delete http.GetInputStream("/v1.0/me");
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: http.SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
