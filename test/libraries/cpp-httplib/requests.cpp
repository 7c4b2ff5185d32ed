// RUN: %check-doors %s -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Request objects, and what comes back.
#include <httplib.h>
#include <string>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

static httplib::Request makeRequest(const char *method, const char *path) {
  httplib::Request request;
  request.method = method;
  request.path = path;
  return request;
}

void withSetHeader() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.send(request);
  request.set_header("Accept", "application/json");
  request.set_header("User-Agent", AGENT);
  client.send(request);
}

void withTheField() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("PUT", "/v1.0/me");
  request.headers = {{"User-Agent", AGENT}};
  client.send(request);
  request.headers.clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.send(request);
  request.headers.emplace("User-Agent", "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.send(request);
}

// set_header adds; it replaces nothing.
void setTwice() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("GET", "/v1.0/me");
  request.set_header("User-Agent", "Contoso/1.0");
  request.set_header("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  client.send(request);
}

void defaultHeaders() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", AGENT}});
  client.send(makeRequest("GET", "/v1.0/me"));
  httplib::Request request = makeRequest("GET", "/v1.0/me");
  request.set_header("user-agent", "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.send(request);
}

void intoAResponse() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("GET", "/v1.0/me"), other = makeRequest("GET", "/v1.0/me");
  httplib::Response response;
  httplib::Error error;
  request.set_header("User-Agent", AGENT);
  client.send(request, response, error);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  if (client.send(other, response, error) && response.status == 200)
    client.Get("/v1.0/me/" + response.body, {{"User-Agent", AGENT}});
}

void copies() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("GET", "/v1.0/me");
  httplib::Request before = request;
  request.set_header("User-Agent", AGENT);
  httplib::Request after = request;
  request.headers.clear();
  client.send(after);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.send(before);
}

void onlyIfAbsent() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request = makeRequest("GET", "/v1.0/me");
  if (!request.has_header("User-Agent"))
    request.set_header("User-Agent", AGENT);
  if (!request.has_header("User-Agent"))
    request.set_header("User-Agent", "Contoso/1.0");
  client.send(request);
}

// What follows a response goes to the same host.
void nextPage() {
  httplib::Client client("https://graph.microsoft.com");
  auto result = client.Get("/v1.0/users", {{"User-Agent", AGENT}});
  if (!result)
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get(result->get_header_value("Location"));
  client.Get(result->body, {{"User-Agent", AGENT}});
}

// A response came, or it did not: each test of it answers the same.
void sameAnswer() {
  httplib::Client client("https://graph.microsoft.com");
  auto result = client.Get("/v1.0/users", {{"User-Agent", AGENT}});
  httplib::Headers headers;
  if (result)
    headers.emplace("User-Agent", AGENT);
  if (result)
    client.Get("/v1.0/me", headers);
  if (!result)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    client.Get("/v1.0/me", headers);
}

void receiverFillsABody() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}};
  std::string body;
  client.Get("/v1.0/me", headers, [&](const char *data, size_t size) {
    body.append(data, size);
    return true;
  });
  if (body.empty())
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/users/" + body);
}

// What the receiver sends through another client is a matter of this call.
void receiverSends() {
  httplib::Client client("https://graph.microsoft.com"), other("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get(
      "/v1.0/me", [&](const httplib::Response &response) { return response.status == 200; },
      [&](const char *, size_t) {
        other.Get("/v1.0/me");
        return true;
      });
}

void retry() {
  httplib::Client good("https://graph.microsoft.com"), bad("https://graph.microsoft.com");
  for (int i = 0; i < 3; ++i)
    if (auto result = good.Get("/v1.0/me", {{"User-Agent", AGENT}}); result && result->status == 200)
      break;
  for (int i = 0; i < 3; ++i) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    auto result = bad.Get("/v1.0/me");
    if (result || result.error() != httplib::Error::Connection)
      break;
    bad.set_default_headers({{"User-Agent", AGENT}});
  }
}
