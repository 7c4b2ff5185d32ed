// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it replaces a malformed value.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/HttpRequestExecutor.hpp>

void replaced() {
  auto executor = oatpp::web::client::HttpRequestExecutor::createShared(
      oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443}));
  oatpp::web::protocol::http::Headers headers;
  headers.put("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", headers, nullptr);
}
// CHECK-FIXES: headers.put("User-Agent", "MdePartner-Contoso-Cognito/1.0");
