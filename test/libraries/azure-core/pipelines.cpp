// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Azure Core: what pipelines and transports send.
#include <azure/core.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

using namespace Azure::Core;
using namespace Azure::Core::Http;
using Azure::Core::_internal::ClientOptions;
using Azure::Core::Http::_internal::HttpPipeline;
using Azure::Core::Http::Policies::_internal::BearerTokenAuthenticationPolicy;

void transports() {
  CurlTransport curl;
  WinHttpTransport windows;
  HttpTransport &any = curl;
  Request bad(HttpMethod::Get, Url(ME)), good(HttpMethod::Get, Url(ME), false);
  bad.SetHeader("Accept", "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(bad, Context());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  windows.Send(bad, Context());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  any.Send(bad, Context());
  good.SetHeader("user-agent", AGENT);
  curl.Send(good, Context());
  windows.Send(good, {});
  any.Send(good, {});
}

void headers(const std::string &version) {
  CurlTransport curl;
  Request request(HttpMethod::Post, Url(ME));
  request.SetHeader("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl.Send(request, {});
  request.SetHeader("USER-AGENT", "MdePartner-Contoso-Cognito/" + version); // replaces
  curl.Send(request, {});
  request.SetHeader("User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  curl.Send(request, {});
  request.RemoveHeader("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(request, {});
  if (!request.GetHeader("User-Agent").HasValue())
    request.SetHeader("User-Agent", AGENT);
  curl.Send(request, {});
}

static HttpPipeline pipeline(const ClientOptions &options) {
  std::vector<std::unique_ptr<Policies::HttpPolicy>> perRetry, perCall;
  return HttpPipeline(options, "contoso", "1.0.0", std::move(perRetry), std::move(perCall));
}

void telemetry() {
  ClientOptions options;
  HttpPipeline plain = pipeline(options);
  Request request(HttpMethod::Get, Url(ME)), named(HttpMethod::Get, Url(ME));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends 'azsdk-cpp-contoso/1.0.0' [mde-user-agent]
  plain.Send(request, {});
  named.SetHeader("User-Agent", AGENT);
  plain.Send(named, {});
}

// The application's name stands before that of the package.
void applicationId() {
  ClientOptions options;
  options.Telemetry.ApplicationId = AGENT;
  HttpPipeline plain = pipeline(options);
  Request request(HttpMethod::Get, Url(ME)), named(HttpMethod::Get, Url(ME));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cogni azsdk-cpp-contoso/1.0.0 ({the system})' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  plain.Send(request, {});
  named.SetHeader("User-Agent", AGENT);
  plain.Send(named, {});
}

void token() {
  ClientOptions options;
  std::vector<std::unique_ptr<Policies::HttpPolicy>> perRetry, perCall;
  perRetry.emplace_back(std::make_unique<BearerTokenAuthenticationPolicy>("token"));
  HttpPipeline pipeline(options, "contoso", "1.0.0", std::move(perRetry), std::move(perCall));
  Request request(HttpMethod::Get, Url(ME));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends 'azsdk-cpp-contoso/1.0.0' [mde-user-agent]
  pipeline.Send(request, {});
}

class Names : public Policies::HttpPolicy {
public:
  std::unique_ptr<RawResponse> Send(Request &request, Policies::NextHttpPolicy next, const Context &context) const override {
    request.SetHeader("User-Agent", AGENT);
    return next.Send(request, context);
  }
  std::unique_ptr<HttpPolicy> Clone() const override { return std::make_unique<Names>(*this); }
};

// A policy may set a User-Agent.
void policies() {
  ClientOptions options;
  options.PerOperationPolicies.emplace_back(std::make_unique<Names>());
  HttpPipeline own = pipeline(options);
  Request request(HttpMethod::Get, Url(ME));
  own.Send(request, {});
}

void urls(const std::string &id) {
  CurlTransport curl;
  Url url;
  url.SetScheme("https");
  url.SetHost("api.security.microsoft.com");
  url.AppendPath("api/machines/" + id);
  url.AppendQueryParameter("$top", "5");
  Request parts(HttpMethod::Get, url), whole(HttpMethod::Get, Url(url.GetAbsoluteUrl())), changed(HttpMethod::Get, Url("https://contoso.example/"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(parts, {});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(whole, {});
  curl.Send(changed, {});
  changed.GetUrl().SetHost("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(changed, {});
  Request login(HttpMethod::Post, Url("https://login.microsoftonline.com/common?host=graph.microsoft.com"));
  curl.Send(login, {});
}

class Client {
public:
  explicit Client(const ClientOptions &options) : pipeline_(pipeline(options)) {}
  void get(const std::string &path, bool named) {
    Request request(HttpMethod::Get, Url("https://graph.microsoft.com" + path));
    if (named)
      request.SetHeader("User-Agent", AGENT);
    pipeline_.Send(request, {});
  }

private:
  HttpPipeline pipeline_;
};

void asMember() {
  Client client{ClientOptions()};
  client.get("/v1.0/me", true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends 'azsdk-cpp-contoso/1.0.0' [mde-user-agent]
  client.get("/v1.0/me", false);
}

void unseen(Request &request, HttpPipeline &given) {
  given.Send(request, {});
  Request own(HttpMethod::Get, Url(ME));
  own.SetHeader("User-Agent", AGENT);
  given.Send(own, {});
}
