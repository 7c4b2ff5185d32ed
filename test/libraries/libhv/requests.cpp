// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// RUN: %check-doors %s -- -std=c++17 -I %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv's functions in the manner of Python's requests.
#include <hv/requests.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void functions(const std::string &token) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::get(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::post(ME, "{}");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends none [mde-user-agent]
  requests::get(ME, {{"Authorization", "Bearer " + token}});
  requests::get(ME, {{"Authorization", "Bearer " + token}, {"user-agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  requests::Delete(ME, {{"User-Agent", "contoso"}});
  requests::request(HTTP_PATCH, ME, "{}", {{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::request(HTTP_PATCH, ME);
  requests::get("https://login.microsoftonline.com/common?host=graph.microsoft.com");
}

void variables() {
  http_headers fields;
  fields["Accept"] = "application/json";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends none [mde-user-agent]
  requests::put(ME, "{}", fields);
  fields["User-Agent"] = AGENT;
  requests::put(ME, "{}", fields);
  fields.erase("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends none [mde-user-agent]
  requests::patch(ME, "{}", fields);
}

extern bool identify();
void ofRequests() {
  requests::Request request(new HttpRequest), bad(new HttpRequest);
  request->url = bad->url = ME;
  request->headers["User-Agent"] = AGENT;
  if (identify())
    bad->headers["User-Agent"] = AGENT;
  requests::request(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::request(bad);
}

void asynchronous() {
  requests::Request request(new HttpRequest);
  request->url = ME;
  request->headers["User-Agent"] = AGENT;
  requests::async(request, [](const HttpResponsePtr &) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
    requests::get(ME);
  });
}

void whenItFails() {
  if (requests::get(ME, {{"User-Agent", AGENT}}) == nullptr)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
    requests::get(ME);
}

// Of a request that the program makes.
void nextPage() {
  requests::Request request(new HttpRequest);
  request->url = ME;
  request->headers["User-Agent"] = AGENT;
  auto page = requests::request(request);
  if (!page)
    return;
  request->url = page->body;
  requests::request(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::get(page->body.c_str());
}

extern http_headers common();
void unseen() { requests::get(ME, common()); }
