// RUN: %check-doors %s "--config={CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// send() with a request and a response of the program's own, and what it calls meanwhile.
#include <httplib.h>

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void into() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Request request;
  httplib::Response response;
  httplib::Error error;
  request.method = "GET";
  request.path = "/v1.0/me";
  // CHECK: :[[@LINE+1]]:10: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends {{.+}} [mde-user-agent]
  client.send(request, response, error);
  request.set_header("User-Agent", kAgent);
  client.send(request, response, error);
  // The answer leads on.
  httplib::Client next(response.body);
  // CHECK: :[[@LINE+1]]:8: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends {{.+}} [mde-user-agent]
  next.Get("/v1.0/you");
  next.Get("/v1.0/you", httplib::Headers{{"User-Agent", kAgent}});
}

static void poll(httplib::Request &request) {
  httplib::Client client("https://siem.contoso.example");
  httplib::Response response;
  httplib::Error error;
  request.path = "/events";
  client.send(request, response, error);
}
void progress() {
  httplib::Client other("https://graph.microsoft.com");
  httplib::Request request;
  request.progress = [&](uint64_t, uint64_t) { return bool(other.Get("/progress")); };
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends {{.+}} [mde-user-agent]
  poll(request);
}
void content() {
  httplib::Client other("https://graph.microsoft.com");
  httplib::Request request;
  request.content_receiver = [&](const char *, size_t, uint64_t, uint64_t) { return bool(other.Get("/content")); };
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends {{.+}} [mde-user-agent]
  poll(request);
}
void answered() {
  httplib::Client other("https://graph.microsoft.com");
  httplib::Request request;
  request.response_handler = [&](const httplib::Response &) {
    return bool(other.Get("/response", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}}));
  };
  poll(request);
}

void at_once() {
  httplib::Client client("https://siem.contoso.example"), other("https://graph.microsoft.com");
  bool done = false;
  client.Get("/events", [&](uint64_t, uint64_t) { return done = true; });
  // Its progress was told before it returned.
  if (!done)
    other.Get("/never");
  else
    // CHECK: :[[@LINE+1]]:11: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends {{.+}} [mde-user-agent]
    other.Get("/always");
}
