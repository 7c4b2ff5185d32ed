// RUN: %check-doors %s -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Kinds of clients, the hosts they are made for, and classes around them.
#include <httplib.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

void kinds() {
  httplib::Client url("https://graph.microsoft.com"), urlAndPort("https://graph.microsoft.com:443"),
      hostAndPort("graph.microsoft.com", 80), host("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  url.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  urlAndPort.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  hostAndPort.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  host.Get("/v1.0/me");
  httplib::SSLClient ssl("graph.microsoft.com"), sslAndPort("graph.microsoft.com", 443);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  ssl.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  sslAndPort.Get("/v1.0/me");
  httplib::ClientImpl impl("graph.microsoft.com"), implAndPort("graph.microsoft.com", 80);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  impl.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  implAndPort.Get("/v1.0/me");
}

void kindsWithAgent() {
  const httplib::Headers headers{{"User-Agent", AGENT}};
  httplib::Client url("https://graph.microsoft.com"), hostAndPort("graph.microsoft.com", 80);
  url.set_default_headers(headers);
  url.set_bearer_token_auth("token");
  url.set_read_timeout(5);
  url.set_follow_location(true);
  url.Get("/v1.0/me");
  hostAndPort.Get("/v1.0/me", headers);
  httplib::SSLClient ssl("graph.microsoft.com");
  ssl.set_default_headers(headers);
  ssl.enable_server_certificate_verification(true);
  ssl.Get("/v1.0/me");
  httplib::ClientImpl impl("graph.microsoft.com");
  impl.set_default_headers(headers);
  impl.Get("/v1.0/me");
}

void otherHosts() {
  httplib::Client login("https://login.microsoftonline.com"), own("siem.contoso.example", 8080),
      alike("https://graph.microsoft.com.contoso.example");
  login.Post("/common/oauth2/v2.0/token", httplib::Params{{"grant_type", "client_credentials"}});
  own.Get("/?host=graph.microsoft.com");
  alike.Get("/v1.0/me");
}

void someTargets() {
  httplib::Client defender("https://api.security.microsoft.com"), center("https://api.securitycenter.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  defender.Get("/api/incidents");
  center.Get("/api/machines", {{"User-Agent", AGENT}});
}

// The path is of the client's host, though it is a whole URL.
void absolutePath() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("https://graph.microsoft.com/v1.0/me");
  client.Get("https://graph.microsoft.com/v1.0/me", {{"User-Agent", AGENT}});
}

void owned() {
  auto good = std::make_unique<httplib::Client>("https://graph.microsoft.com");
  good->set_default_headers({{"User-Agent", AGENT}});
  good->Get("/v1.0/me");
  std::shared_ptr<httplib::Client> bad = std::make_shared<httplib::Client>("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  bad->Get("/v1.0/me");
  std::optional<httplib::Client> maybe;
  maybe.emplace("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  maybe->Get("/v1.0/me");
  httplib::Client moved = std::move(*good);
  moved.Get("/v1.0/me");
}

static bool send(httplib::Client &client, const std::string &path) {
  auto result = client.Get(path);
  return result && result->status == 200;
}

void helperSends() {
  httplib::Client good("https://graph.microsoft.com"), bad("https://graph.microsoft.com");
  good.set_default_headers({{"User-Agent", AGENT}});
  send(good, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  send(bad, "/v1.0/me");
}

static void identify(httplib::Client &client) { client.set_default_headers({{"User-Agent", AGENT}}); }

void helperSetsHeaders() {
  httplib::Client good("https://graph.microsoft.com"), bad("https://graph.microsoft.com");
  identify(good);
  good.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  bad.Get("/v1.0/me");
}

namespace {

class Api {
public:
  explicit Api(const std::string &host) : client_(host) {}
  void identify(const std::string &agent) { headers_.emplace("User-Agent", agent); }
  bool get(const std::string &path) {
    auto result = client_.Get(path, headers_);
    return result && result->status == 200;
  }

private:
  httplib::Client client_;
  httplib::Headers headers_{{"Accept", "application/json"}};
};

class Graph : public httplib::Client {
public:
  Graph() : httplib::Client("https://graph.microsoft.com") {}
  explicit Graph(const char *agent) : Graph() { set_default_headers({{"User-Agent", agent}}); }
};

class Session {
public:
  explicit Session(bool identify) : client_(std::make_unique<httplib::Client>("https://graph.microsoft.com")) {
    if (identify)
      client_->set_default_headers({{"User-Agent", AGENT}});
  }
  void run() const { client_->Get("/v1.0/me"); }

private:
  std::unique_ptr<httplib::Client> client_;
};

} // namespace

void asMember() {
  Api good("https://graph.microsoft.com"), bad("https://graph.microsoft.com"), login("https://login.microsoftonline.com");
  good.identify(AGENT);
  good.get("/v1.0/me");
  login.get("/common/discovery/keys");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  bad.get("/v1.0/me");
  bad.identify("Contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  bad.get("/v1.0/me");
}

void asBase() {
  Graph good(AGENT), bad;
  good.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  bad.Get("/v1.0/me");
}

void asOwnedMember() {
  Session good(true), bad(false);
  good.run();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  bad.run();
}
