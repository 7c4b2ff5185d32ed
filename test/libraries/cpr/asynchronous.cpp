// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The header's functions hand a lambda of their own to a thread: what it sends is theirs.
#include <cpr/cpr.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void functions() {
  auto good = cpr::GetAsync(cpr::Url{ME}, cpr::UserAgent{AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  auto bad = cpr::GetAsync(cpr::Url{ME});
}

void continued() {
  auto good = cpr::GetCallback([](cpr::Response) {}, cpr::Url{ME}, cpr::UserAgent{AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  auto bad = cpr::GetCallback([](cpr::Response) {}, cpr::Url{ME});
  auto session = std::make_shared<cpr::Session>();
  session->SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session->GetCallback([](cpr::Response) {});
}
