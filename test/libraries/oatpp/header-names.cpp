// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Oat++ names headers by constants whose texts are in its binary. A model has no place for
// the text of a library's variable, so they are unknown names.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/HttpRequestExecutor.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using oatpp::web::client::HttpRequestExecutor;
using oatpp::web::protocol::http::Headers;
using oatpp::web::protocol::http::Header;

void named() {
  auto executor = HttpRequestExecutor::createShared(oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443}));
  Headers good, bad, none;
  good.put(Header::USER_AGENT, AGENT);
  executor->executeOnce("GET", "v1.0/me", good, nullptr);
  bad.put(Header::USER_AGENT, "contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", bad, nullptr);
  none.put(Header::ACCEPT, "*/*");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", none, nullptr);
}
