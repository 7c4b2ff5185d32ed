// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The next page is where the response of a request says that was made elsewhere: what a
// thread hands over is still a response of it.
#include <cpr/cpr.h>

void next() {
  auto first = cpr::GetAsync(cpr::Url{"https://graph.microsoft.com/v1.0/me"}, cpr::UserAgent{"MdePartner-Contoso-Cognito/1.0"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Post(cpr::Url{first.get().text});
}
