// RUN: %check-doors %s -- -std=c++17 -fdelayed-template-parsing
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Clang does not take the templates of 0.0.5 when it parses them at once.
// Pistache's client names itself in every request, whatever the program says.
#include <memory>
#include <pistache/client.h>
#include <pistache/http.h>
#include <string>
#include <vector>

using namespace Pistache;
using Http::Experimental::Client;
using Http::Experimental::RequestBuilder;

static const char Agent[] = "MdePartner-Contoso-Cognito/1.0";

void missing(Client &client) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  client.get("http://graph.microsoft.com/v1.0/me").send();
}

void never_sent(Client &client) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  client.get("http://graph.microsoft.com/v1.0/me").header<Http::Header::UserAgent>(Agent).send();
  auto header = std::make_shared<Http::Header::UserAgent>(Agent);
  auto request = client.put("http://graph.microsoft.com/v1.0/me");
  request.header(header).header<Http::Header::Authorization>("Bearer secret");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  auto answer = request.body("{}").send();
}

void each_method(Client &client, const Http::Uri::Query &query) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  client.post("graph.microsoft.com/v1.0/me").cookie(Http::Cookie("a", "b")).send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  client.patch("http://www.graph.microsoft.com/v1.0/me").params(query).send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  client.del("http://graph.microsoft.com/v1.0/me").method(Http::Method::Options).timeout(std::chrono::seconds(1)).send();
}

void other_hosts(Client &client) {
  client.get("http://siem.contoso.example/?from=graph.microsoft.com").send();
  client.post("http://login.microsoftonline.com/common/oauth2/v2.0/token").body("{}").send();
  client.get("http://www.microsoft.com/graph.microsoft.com").send();
}

// One that is not sent is none.
void built(Client &client) {
  RequestBuilder request = client.get("http://graph.microsoft.com/v1.0/me");
  request.body("{}");
}

void another_resource(Client &client, bool toDefender) {
  RequestBuilder request = client.get("http://siem.contoso.example/alerts");
  RequestBuilder other = client.get("http://graph.microsoft.com/v1.0/me");
  if (toDefender)
    request.resource("http://api.security.microsoft.com/api/alerts");
  other.resource("http://siem.contoso.example/alerts");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  request.send();
  other.send();
}

class Graph {
public:
  explicit Graph(std::string host) : host_(std::move(host)) { client_.init(Client::options().threads(1)); }
  ~Graph() { client_.shutdown(); }
  void read(const std::string &path) { client_.get("http://" + host_ + path).header<Http::Header::UserAgent>(Agent).send(); }

private:
  Client client_;
  std::string host_;
};

void wrapped() {
  Graph graph("graph.microsoft.com"), siem("siem.contoso.example");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  graph.read("/v1.0/me");
  siem.read("/v1.0/me");
}

// The answer leads to the next request.
void pages(Client &client) {
  auto answer = client.get("http://siem.contoso.example/queue").send();
  answer.then(
      [&client](Http::Response response) {
        client.post("http://siem.contoso.example/done").body(response.body()).send();
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
        client.get("http://graph.microsoft.com/v1.0/users/" + response.body()).send();
      },
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
      [&client](std::exception_ptr) { client.get("http://graph.microsoft.com/v1.0/me").send(); });
  Async::Barrier<Http::Response> barrier(answer);
  barrier.wait_for(std::chrono::seconds(5));
}

// A link that is the whole answer; several requests are waited for.
void links(Client &queue, const std::string &path) {
  Client client;
  client.init(Client::options().threads(1));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  auto first = client.get("http://graph.microsoft.com/v1.0/" + path).send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Pistache sends 'pistache/0.1' [mde-user-agent]
  first.then(
      [&](Http::Response response) {
        auto link = response.body();
        if (!link.empty())
          client.get(link).send();
      },
      Async::IgnoreException);
  Async::Barrier<Http::Response> barrier(first);
  barrier.wait();
  std::vector<Async::Promise<Http::Response>> answers;
  for (int i = 0; i < 3; ++i) {
    auto answer = queue.get("http://siem.contoso.example/queue").send();
    answer.then([&](Http::Response response) { queue.get(response.body()).send(); }, Async::IgnoreException);
    answers.push_back(std::move(answer));
  }
  auto all = Async::whenAll(answers.begin(), answers.end());
  Async::Barrier<std::vector<Http::Response>> last(all);
  last.wait_for(std::chrono::seconds(5));
  client.shutdown();
}
