// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the User-Agent of a session, or replaces a malformed value.
#include <cpr/cpr.h>

#define ME "https://graph.microsoft.com/v1.0/me"

void inserted() {
  cpr::Session session;
  session.SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: session.SetUserAgent("MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: session.Get();

void replaced() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  cpr::Get(cpr::Url{ME}, cpr::UserAgent{"contoso/1.0"});
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: cpr::Get(cpr::Url{ME}, cpr::UserAgent{"MdePartner-Contoso-Cognito/1.0"});

// The session of a function is made in the library's header.
void missing() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(cpr::Url{ME});
}
// CHECK-FIXES: void missing()
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: cpr::Get(cpr::Url{ME});
