// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody can know is said with VerifyAll only.
#include <simple-web/client_http.hpp>

extern SimpleWeb::CaseInsensitiveMultimap common();
void headers() {
  SimpleWeb::Client<SimpleWeb::HTTPS> client("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  client.request("GET", "/v1.0/me", "", common());
}
