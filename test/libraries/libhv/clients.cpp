// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv: requests begin with a browser's User-Agent; clients and their common headers.
#include <hv/AsyncHttpClient.h>
#include <hv/HttpClient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void plain(const std::string &version) {
  HttpRequest request;
  HttpResponse response;
  request.method = HTTP_GET;
  request.url = ME;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send(&request, &response);
  request.SetHeader("user-agent", "contoso/1.0"); // replaces
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  http_client_send(&request, &response);
  request.headers["USER-AGENT"] = "MdePartner-Contoso-Cognito/" + version;
  http_client_send(&request, &response);
  request.Reset();
  request.SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send(&request, &response);
}

void takenOut() {
  HttpRequest request;
  HttpResponse response;
  request.url = ME;
  request.headers.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends none [mde-user-agent]
  http_client_send(&request, &response);
  http_headers fields{{"Accept", "*/*"}, {"User-Agent", AGENT}};
  request.headers = fields;
  http_client_send(&request, &response);
}

// A client's header does not go over that of the request.
void commonHeaders() {
  hv::HttpClient client;
  HttpRequest request;
  HttpResponse response;
  request.url = ME;
  client.setHeader("User-Agent", AGENT);
  client.setTimeout(10);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(&request, &response);
  request.headers.clear();
  client.send(&request, &response);
  HttpRequest bad;
  bad.url = ME;
  bad.headers.clear();
  client.delHeader("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends none [mde-user-agent]
  client.send(&bad, &response);
}

void functions() {
  http_client_t *client = http_client_new("graph.microsoft.com", 443, 1);
  HttpRequest request, bare;
  HttpResponse response;
  request.url = "/v1.0/me";
  bare.url = "/v1.0/me";
  bare.headers = {{"Accept", "*/*"}};
  http_client_set_header(client, "User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send(client, &request, &response);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  http_client_send(client, &bare, &response);
  request.SetHeader("User-Agent", AGENT);
  http_client_send(client, &request, &response);
  http_client_del(client);
}

void hosts() {
  hv::HttpClient client("api.security.microsoft.com", 443, 1), login("login.microsoftonline.com", 443, 1);
  HttpResponse response;
  HttpRequest path, other, alike, whole;
  path.url = "/api/alerts";
  other.url = "/common?host=graph.microsoft.com";
  alike.url = "https://graph.microsoft.com.contoso.example/";
  whole.url = ME;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(&path, &response);
  login.send(&other, &response);
  client.send(&alike, &response);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  login.send(&whole, &response);
  HttpRequest plain, none;
  plain.url = "graph.microsoft.com/v1.0/me";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  login.send(&plain, &response);
  none.path = "/api/machines";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(&none, &response);
}

extern bool identify();
void onOneBranch() {
  auto request = std::make_shared<HttpRequest>();
  request->url = ME;
  if (identify())
    request->SetHeader("User-Agent", AGENT);
  hv::AsyncHttpClient client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(request, [](const HttpResponsePtr &) {});
}

static HttpRequestPtr made(const char *path) {
  auto request = std::make_shared<HttpRequest>();
  request->host = "graph.microsoft.com";
  request->scheme = "https";
  request->path = path;
  return request;
}

void asynchronous() {
  hv::AsyncHttpClient client;
  hv::HttpClient other;
  auto good = made("/v1.0/me");
  good->SetHeader("User-Agent", AGENT);
  client.send(good, [](const HttpResponsePtr &) {
    auto next = made("/v1.0/users");
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
    http_client_send_async(next, nullptr);
  });
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(made("/v1.0/me"), nullptr);
  auto whole = std::make_shared<HttpRequest>();
  whole->url = ME;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  other.sendAsync(whole, [](const HttpResponsePtr &) {});
}

void afterTheSend() {
  HttpRequest request;
  HttpResponse response;
  request.url = ME;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send(&request, &response);
  request.SetHeader("User-Agent", AGENT);
}

void nextPage() {
  HttpRequest request, next;
  HttpResponse page;
  request.url = ME;
  request.SetHeader("User-Agent", AGENT);
  http_client_send(&request, &page);
  next.url = page.body.substr(page.body.find("nextLink"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send(&next, &page);
  request.url = page.body;
  http_client_send(&request, &page);
}

// What a piece of an answer starts is seen as well.
void inPieces() {
  HttpRequest request;
  HttpResponse page;
  request.url = ME;
  request.SetHeader("User-Agent", AGENT);
  request.http_cb = [](HttpMessage *, http_parser_state, const char *data, std::size_t size) {
    HttpRequest next;
    HttpResponse last;
    next.url = std::string(data, size);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
    http_client_send(&next, &last);
  };
  http_client_send(&request, &page);
}

void headThenData() {
  hv::HttpClient client;
  HttpRequest good, bad;
  HttpResponse response;
  good.url = bad.url = ME;
  good.SetHeader("User-Agent", AGENT);
  client.connect("graph.microsoft.com", 443, 1);
  client.sendHeader(&good);
  client.sendData("{}", 2);
  client.recvResponse(&response);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.sendHeader(&bad);
}

class Graph {
public:
  explicit Graph(const char *agent) : agent_(agent) {}
  std::string get(const std::string &path) {
    HttpRequest request;
    HttpResponse response;
    if (!agent_.empty())
      request.SetHeader("User-Agent", agent_);
    request.url = "https://graph.microsoft.com" + path;
    return client_.send(&request, &response) == 0 ? response.body : std::string();
  }

private:
  std::string agent_;
  hv::HttpClient client_;
};

void asMember() {
  Graph good(AGENT), bad(""), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}

extern void configure(HttpRequest &);
extern http_headers common();
void unseen(HttpRequest &given) {
  HttpResponse response;
  http_client_send(&given, &response);
  HttpRequest request;
  request.url = ME;
  configure(request);
  http_client_send(&request, &response);
  hv::HttpClient client;
  request.headers = common();
  client.send(&request, &response);
}
