// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Oat++: executors, headers, and where connections lead.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/HttpRequestExecutor.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using oatpp::web::client::HttpRequestExecutor;
using oatpp::web::client::RequestExecutor;
using Headers = oatpp::web::protocol::http::Headers;

static std::shared_ptr<HttpRequestExecutor> graph() {
  auto config = oatpp::openssl::Config::createDefaultClientConfigShared();
  return HttpRequestExecutor::createShared(oatpp::openssl::client::ConnectionProvider::createShared(config, {"graph.microsoft.com", 443}));
}

void headers(const std::string &version) {
  auto executor = graph();
  Headers none, good, twice, made;
  none.put("Accept", "*/*");
  good.put("user-agent", AGENT);
  twice.put("User-Agent", AGENT);
  twice.put("user-agent", "contoso/1.0"); // beside it
  made.put("User-Agent", oatpp::String("MdePartner-Contoso-Cognito/") + oatpp::String(version));
  auto connection = executor->getConnection();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->execute("GET", "v1.0/me", none, nullptr, connection);
  executor->execute("GET", "v1.0/me", good, nullptr, connection);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent {{.*}}of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  executor->execute("GET", "v1.0/me", twice, nullptr, connection);
  twice.putOrReplace("User-Agent", AGENT);
  executor->executeOnce("GET", "v1.0/me", twice, nullptr);
  executor->execute("GET", "v1.0/me", made, nullptr, connection);
  none.putIfNotExists("User-Agent", "contoso/1.0");
  good.putIfNotExists("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", none, nullptr);
  executor->executeOnce("GET", "v1.0/me", good, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->execute("POST", "v1.0/me", {}, oatpp::web::protocol::http::outgoing::BufferBody::createShared("{}"), connection);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->executeAsync("GET", "v1.0/me", {}, nullptr, connection);
  executor->executeAsync("GET", "v1.0/me", good, nullptr, connection);
}

void hosts() {
  auto plain = oatpp::network::tcp::client::ConnectionProvider::createShared({"api.security.microsoft.com", 80, oatpp::network::Address::IP_4});
  auto login = oatpp::network::tcp::client::ConnectionProvider::createShared({"login.microsoftonline.com", 443});
  auto alike = std::make_shared<oatpp::network::tcp::client::ConnectionProvider>(oatpp::network::Address("graph.microsoft.com.contoso.example", 443));
  HttpRequestExecutor first(plain), second(login), third(alike);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  first.executeOnce("GET", "api/alerts", {}, nullptr);
  second.executeOnce("GET", "common?host=graph.microsoft.com", {}, nullptr);
  third.executeOnce("GET", "v1.0/me", {}, nullptr);
}

extern bool identify();
void onOneBranch() {
  Headers headers;
  if (identify())
    headers.put("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  graph()->executeOnce("GET", "v1.0/me", headers, nullptr);
}

void afterTheSend() {
  auto executor = graph();
  Headers headers;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", headers, nullptr);
  headers.put("User-Agent", AGENT);
  executor->executeOnce("GET", "v1.0/me", headers, nullptr);
  headers = Headers();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  executor->executeOnce("GET", "v1.0/me", headers, nullptr);
}

class Graph {
public:
  explicit Graph(const char *agent) : executor_(graph()) {
    if (agent)
      headers_.put("User-Agent", agent);
  }
  bool get(const oatpp::String &path) { return executor_->execute("GET", path, headers_, nullptr, nullptr)->getStatusCode() == 200; }

private:
  std::shared_ptr<RequestExecutor> executor_;
  Headers headers_;
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd("contoso");
  good.get("v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  bad.get("v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("v1.0/me");
}

// The program's own executor says who it is.
class Named : public HttpRequestExecutor {
public:
  using HttpRequestExecutor::HttpRequestExecutor;
  std::shared_ptr<Response> executeOnce(const oatpp::String &method, const oatpp::String &path, const Headers &given,
                                        const std::shared_ptr<Body> &body, const std::shared_ptr<ConnectionHandle> &connection) override {
    Headers headers = given;
    headers.putOrReplace("User-Agent", AGENT);
    return HttpRequestExecutor::executeOnce(method, path, headers, body, connection);
  }
};

void overridden() {
  Named executor(oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443}));
  executor.executeOnce("GET", "v1.0/me", {}, nullptr, nullptr);
  executor.execute("GET", "v1.0/me", {}, nullptr, nullptr);
}

extern void fill(Headers &);
void unseen(const Headers &given) {
  graph()->executeOnce("GET", "v1.0/me", given, nullptr);
  Headers headers;
  fill(headers);
  graph()->executeOnce("GET", "v1.0/me", headers, nullptr);
}
