// RUN: %check-doors %s -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every overload of every verb sends: without a User-Agent, and with one among the
// client's default headers, which those that the call is given go without.
#include <httplib.h>

static bool progress(uint64_t, uint64_t) { return true; }
static bool receiver(const char *, size_t) { return true; }
static bool handler(const httplib::Response &response) { return response.status == 200; }
static bool provider(size_t, size_t, httplib::DataSink &sink) { return sink.write("{}", 2); }
static bool endless(size_t, httplib::DataSink &sink) {
  sink.done();
  return true;
}

static const httplib::Headers headers = {{"Accept", "application/json"}};
static const httplib::Params params = {{"$top", "5"}};
static const httplib::MultipartFormDataItems items;
static const httplib::MultipartFormDataProviderItems providers;
static const std::string text = "text";

void missing() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers, httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers, receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", receiver, httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers, receiver, httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", handler, receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers, handler, receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", handler, receiver, httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers, handler, receiver, httplib::Progress(progress));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", params, headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", params, headers, receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", params, headers, handler, receiver);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Head("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Head("/v1.0/me", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Options("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Options("/v1.0/me", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", params);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, params);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", items);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, items);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, items, "boundary");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Post("/v1.0/me", headers, items, providers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", params);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, params);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", items);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, items);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, items, "boundary");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Put("/v1.0/me", headers, items, providers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", headers, "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", headers, text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", headers, 2, provider, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Patch("/v1.0/me", headers, endless, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me", "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me", headers, "{}", 2, "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me", text, "text/plain");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Delete("/v1.0/me", headers, text, "text/plain");
}

void present() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
  client.Get("/v1.0/me");
  client.Get("/v1.0/me", headers);
  client.Get("/v1.0/me", httplib::Progress(progress));
  client.Get("/v1.0/me", headers, httplib::Progress(progress));
  client.Get("/v1.0/me", receiver);
  client.Get("/v1.0/me", headers, receiver);
  client.Get("/v1.0/me", receiver, httplib::Progress(progress));
  client.Get("/v1.0/me", headers, receiver, httplib::Progress(progress));
  client.Get("/v1.0/me", handler, receiver);
  client.Get("/v1.0/me", headers, handler, receiver);
  client.Get("/v1.0/me", handler, receiver, httplib::Progress(progress));
  client.Get("/v1.0/me", headers, handler, receiver, httplib::Progress(progress));
  client.Get("/v1.0/me", params, headers);
  client.Get("/v1.0/me", params, headers, receiver);
  client.Get("/v1.0/me", params, headers, handler, receiver);
  client.Head("/v1.0/me");
  client.Head("/v1.0/me", headers);
  client.Options("/v1.0/me");
  client.Options("/v1.0/me", headers);
  client.Post("/v1.0/me");
  client.Post("/v1.0/me", headers);
  client.Post("/v1.0/me", "{}", 2, "application/json");
  client.Post("/v1.0/me", headers, "{}", 2, "application/json");
  client.Post("/v1.0/me", text, "text/plain");
  client.Post("/v1.0/me", headers, text, "text/plain");
  client.Post("/v1.0/me", 2, provider, "text/plain");
  client.Post("/v1.0/me", headers, 2, provider, "text/plain");
  client.Post("/v1.0/me", endless, "text/plain");
  client.Post("/v1.0/me", headers, endless, "text/plain");
  client.Post("/v1.0/me", params);
  client.Post("/v1.0/me", headers, params);
  client.Post("/v1.0/me", items);
  client.Post("/v1.0/me", headers, items);
  client.Post("/v1.0/me", headers, items, "boundary");
  client.Post("/v1.0/me", headers, items, providers);
  client.Put("/v1.0/me");
  client.Put("/v1.0/me", "{}", 2, "application/json");
  client.Put("/v1.0/me", headers, "{}", 2, "application/json");
  client.Put("/v1.0/me", text, "text/plain");
  client.Put("/v1.0/me", headers, text, "text/plain");
  client.Put("/v1.0/me", 2, provider, "text/plain");
  client.Put("/v1.0/me", headers, 2, provider, "text/plain");
  client.Put("/v1.0/me", endless, "text/plain");
  client.Put("/v1.0/me", headers, endless, "text/plain");
  client.Put("/v1.0/me", params);
  client.Put("/v1.0/me", headers, params);
  client.Put("/v1.0/me", items);
  client.Put("/v1.0/me", headers, items);
  client.Put("/v1.0/me", headers, items, "boundary");
  client.Put("/v1.0/me", headers, items, providers);
  client.Patch("/v1.0/me");
  client.Patch("/v1.0/me", "{}", 2, "application/json");
  client.Patch("/v1.0/me", headers, "{}", 2, "application/json");
  client.Patch("/v1.0/me", text, "text/plain");
  client.Patch("/v1.0/me", headers, text, "text/plain");
  client.Patch("/v1.0/me", 2, provider, "text/plain");
  client.Patch("/v1.0/me", headers, 2, provider, "text/plain");
  client.Patch("/v1.0/me", endless, "text/plain");
  client.Patch("/v1.0/me", headers, endless, "text/plain");
  client.Delete("/v1.0/me");
  client.Delete("/v1.0/me", headers);
  client.Delete("/v1.0/me", "{}", 2, "application/json");
  client.Delete("/v1.0/me", headers, "{}", 2, "application/json");
  client.Delete("/v1.0/me", text, "text/plain");
  client.Delete("/v1.0/me", headers, text, "text/plain");
}
