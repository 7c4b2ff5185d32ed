// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// IXWebSocket's HTTP client: the arguments of a request hold its headers.
#include <ixwebsocket/IXHttpClient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void everyCall() {
  ix::HttpClient client;
  auto args = client.createRequest();
  args->connectTimeout = 5;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.get(ME, args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.head(ME, args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.Delete(ME, args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.post(ME, "{}", args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.post(ME, ix::HttpParameters(), ix::HttpFormDataParameters(), args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.put(ME, std::string("{}"), args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.patch(ME, std::string("{}"), args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.request(ME, "GET", std::string(), args);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.request(ME, "POST", ix::HttpParameters(), ix::HttpFormDataParameters(), args);
  client.get("https://login.microsoftonline.com/common?host=graph.microsoft.com", args);
}

void everyCallWithAgent() {
  ix::HttpClient client;
  auto args = client.createRequest();
  args->extraHeaders["User-Agent"] = AGENT;
  client.get(ME, args);
  client.Delete(ME, args);
  client.post(ME, std::string("{}"), args);
  client.post(ME, ix::HttpParameters(), ix::HttpFormDataParameters(), args);
  client.request(ME, "GET", std::string(), args);
  client.request(ME, "POST", ix::HttpParameters(), ix::HttpFormDataParameters(), args);
}

void headers(const std::string &version) {
  ix::HttpClient client;
  auto args = std::make_shared<ix::HttpRequestArgs>();
  args->extraHeaders["Accept"] = "application/json";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.get(ME, args);
  args->extraHeaders["user-agent"] = "contoso/1.0";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.get(ME, args);
  args->extraHeaders["user-agent"] = "MdePartner-Contoso-Cognito/" + version;
  client.get(ME, args);
  args->extraHeaders.erase("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.get(ME, args);
  ix::WebSocketHttpHeaders all;
  all["User-Agent"] = AGENT;
  args->extraHeaders = all;
  client.get(ME, args);
}

void asynchronous() {
  ix::HttpClient client(true);
  auto good = client.createRequest(ME), bad = client.createRequest(ME, ix::HttpClient::kPost), other = client.createRequest();
  good->extraHeaders["User-Agent"] = AGENT;
  client.performRequest(good, [](const ix::HttpResponsePtr &) {});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.performRequest(bad, [](const ix::HttpResponsePtr &) {});
  other->url = "https://api.security.microsoft.com/api/machines";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.performRequest(other, [&](const ix::HttpResponsePtr &) {
    ix::HttpClient second;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
    second.get(ME, second.createRequest());
  });
}

extern bool identify();
void onOneBranch() {
  ix::HttpClient client;
  auto args = client.createRequest();
  if (identify())
    args->extraHeaders["User-Agent"] = AGENT;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.get(ME, args);
}

void nextPage() {
  ix::HttpClient client;
  auto named = client.createRequest(), nameless = client.createRequest();
  named->extraHeaders["User-Agent"] = AGENT;
  ix::HttpResponsePtr page = client.get(ME, named);
  client.get(page->body, named);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  client.get(page->body, nameless);
}

class Graph {
public:
  explicit Graph(const std::string &agent) : args_(client_.createRequest()) {
    if (!agent.empty())
      args_->extraHeaders["User-Agent"] = agent;
  }
  bool get(const std::string &path) {
    return client_.get("https://graph.microsoft.com" + path, args_)->statusCode == 200;
  }

private:
  ix::HttpClient client_;
  ix::HttpRequestArgsPtr args_;
};

void asMember() {
  Graph good(AGENT), bad(""), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}

extern ix::HttpRequestArgsPtr common();
void unseen(ix::HttpRequestArgsPtr given) {
  ix::HttpClient client;
  client.get(ME, given);
  client.get(ME, common());
}
