// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Oat++: API clients, whose calls macros declare.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/ApiClient.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using oatpp::web::client::HttpRequestExecutor;

#include OATPP_CODEGEN_BEGIN(ApiClient)
class Graph : public oatpp::web::client::ApiClient {
  API_CLIENT_INIT(Graph)

  API_CALL("GET", "v1.0/me", me)
  API_CALL("GET", "v1.0/users/{id}", user, PATH(String, id))
  API_CALL("GET", "v1.0/users", users, HEADER(String, agent, "User-Agent"), QUERY(String, filter))

  API_CALL_HEADERS(groups) { headers.put("User-Agent", AGENT); }
  API_CALL("GET", "v1.0/groups", groups)
  API_CALL_HEADERS(sites) { headers.put("User-Agent", "contoso"); }
  API_CALL("GET", "v1.0/sites", sites)

  API_CALL_ASYNC("POST", "v1.0/drives", drives, BODY_STRING(String, body))
  API_CALL_ASYNC("POST", "v1.0/teams", teams, BODY_STRING(String, body), HEADER(String, agent, "User-Agent"))
};

class Login : public oatpp::web::client::ApiClient {
  API_CLIENT_INIT(Login)
  API_CALL("GET", "common?host=graph.microsoft.com", token)
};
#include OATPP_CODEGEN_END(ApiClient)

static std::shared_ptr<HttpRequestExecutor> to(const char *host) {
  return HttpRequestExecutor::createShared(oatpp::network::tcp::client::ConnectionProvider::createShared({host, 443}));
}

void calls() {
  auto mapper = std::make_shared<oatpp::data::mapping::ObjectMapper>();
  auto client = Graph::createShared(to("graph.microsoft.com"), mapper);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  client->me();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  client->user("42");
  client->users(AGENT, "startswith(displayName,'A')");
  client->groups();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client->sites();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  client->drives("{}");
  client->teams("{}", AGENT);
  Login(to("login.microsoftonline.com"), mapper).token();
}

void wrong() {
  Graph client(to("graph.microsoft.com"), nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.users("contoso/1.0", "");
}

extern bool identify();
void onOneBranch() {
  Graph client(to("graph.microsoft.com"), nullptr);
  oatpp::String agent;
  if (identify())
    agent = AGENT;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  client.users(agent, "");
}

void nextPage() {
  Graph client(to("graph.microsoft.com"), nullptr);
  auto page = client.users(AGENT, "");
  oatpp::String next = page->readBodyToString();
  client.users(AGENT, next);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  client.user(next);
}

// An executor of the program's own may add what it likes.
class Named : public HttpRequestExecutor {
public:
  using HttpRequestExecutor::HttpRequestExecutor;
  std::shared_ptr<Response> executeOnce(const oatpp::String &method, const oatpp::String &path, const Headers &given,
                                        const std::shared_ptr<Body> &body, const std::shared_ptr<ConnectionHandle> &connection) override {
    Headers headers = given;
    headers.put("User-Agent", AGENT);
    return HttpRequestExecutor::executeOnce(method, path, headers, body, connection);
  }
};

void ofTheProgram() {
  auto executor = std::make_shared<Named>(oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443}));
  Graph client(executor, nullptr);
  client.me();
}
