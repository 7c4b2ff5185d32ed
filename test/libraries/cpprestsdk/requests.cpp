// RUN: %check-doors %s -- -w -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests, clients, continuations and handlers.
#include <cpprest/http_client.h>
#include <cpprest/uri_builder.h>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using web::json::value;
using web::uri;
using web::uri_builder;
using namespace web::http;
using namespace web::http::client;

#define AGENT "MdePartner-Contoso-Cognito/1.0"
extern bool flag();

static const utility::string_t graph = U("https://graph.microsoft.com/v1.0");

static http_request toMe() {
  http_request request(methods::GET);
  request.set_request_uri(U("/me"));
  request.headers().add(header_names::authorization, U("Bearer token"));
  return request;
}

// Ways to name the User-Agent.
void missing() {
  http_client client(graph);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(toMe()).wait();
}

void present() {
  http_client client(graph);
  http_request byName = toMe(), byText = toMe(), atIndex = toMe(), indexOfText = toMe();
  byName.headers().add(header_names::user_agent, U(AGENT));
  client.request(byName).wait();
  byText.headers().add(U("user-agent"), U(AGENT));
  client.request(byText).wait();
  atIndex.headers()[header_names::user_agent] = U(AGENT);
  client.request(atIndex).wait();
  indexOfText.headers()[U("USER-AGENT")] = utility::conversions::to_string_t(AGENT);
  client.request(indexOfText).wait();
}

void malformed() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U("Contoso/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.request(request).wait();
  request.headers()[U("user-agent")] = U(AGENT);
  client.request(request).wait();
}

// What is added is joined to what is there.
void joined() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U("Contoso/1.0"));
  request.headers().add(U("user-agent"), U(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0, MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.request(request).wait();
  request.headers()[header_names::user_agent] = U("");
  request.headers().add(header_names::user_agent, U(AGENT));
  client.request(request).wait();
}

void sentEmpty() {
  http_client client(graph);
  http_request request = toMe();
  request.headers()[header_names::user_agent] = U("");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  client.request(request).wait();
}

void otherHeader() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::via, U(AGENT));
  request.headers().add(U("User_Agent"), U(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
}

void removed() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U(AGENT));
  request.headers().remove(header_names::authorization);
  client.request(request).wait();
  request.headers().remove(U("user-agent"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
  request.headers().add(header_names::user_agent, U(AGENT));
  request.headers().clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
}

void afterTheSend() {
  http_client client(graph);
  http_request request = toMe();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
  request.headers().add(header_names::user_agent, U(AGENT));
  client.request(request).wait();
}

void onAnother() {
  http_client client(graph), login(U("https://login.microsoftonline.com"));
  http_request token(methods::POST), request = toMe();
  token.headers().add(header_names::user_agent, U(AGENT));
  login.request(token).wait();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
}

void onOneBranch() {
  http_client client(graph);
  http_request request = toMe();
  if (flag())
    request.headers().add(header_names::user_agent, U(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
}

void onBothBranches() {
  http_client client(graph);
  http_request request = toMe();
  if (flag())
    request.headers().add(header_names::user_agent, U(AGENT));
  else
    request.headers().add(U("User-Agent"), U("MdePartner-Contoso-Beta/2.0"));
  client.request(request).wait();
}

void onlyIfAbsent() {
  http_client client(graph);
  http_request request = toMe(), other = toMe();
  if (!request.headers().has(header_names::user_agent))
    request.headers().add(header_names::user_agent, U(AGENT));
  client.request(request).wait();
  if (other.headers().find(U("user-agent")) != other.headers().end())
    other.headers()[header_names::user_agent] = U(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(other).wait();
  utility::string_t present;
  if (!other.headers().match(U("User-Agent"), present))
    other.headers().add(U("User-Agent"), U(AGENT));
  client.request(other).wait();
}

// A request is a handle; headers are not.
void sharedAndCopied() {
  http_client client(graph);
  http_request request = toMe(), same = request;
  same.headers().add(header_names::user_agent, U(AGENT));
  client.request(request).wait();
  http_headers headers = request.headers();
  headers.remove(header_names::user_agent);
  client.request(request).wait();
  http_request moved = std::move(same);
  client.request(moved).wait();
  request.headers() = headers;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(moved).wait();
}

void fromATable() {
  http_client client(graph);
  const std::map<utility::string_t, utility::string_t> good = {{U("Accept"), U("text/plain")}, {U("User-Agent"), U(AGENT)}};
  const std::map<utility::string_t, utility::string_t> bad = {{U("Accept"), U("text/plain")}};
  http_request request = toMe(), other = toMe();
  for (const auto &[name, text] : good)
    request.headers().add(name, text);
  client.request(request).wait();
  for (const auto &[name, text] : bad)
    other.headers().add(name, text);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(other).wait();
  for (const auto &[name, text] : request.headers())
    other.headers()[name] = text;
  client.request(other).wait();
}

// Where it goes.
void otherHosts() {
  http_client login(U("https://login.microsoftonline.com")), alike(U("https://graph.microsoft.com.contoso.example")),
      own(U("https://siem.contoso.example"));
  login.request(methods::POST, U("/common/oauth2/v2.0/token"), U("grant_type=client_credentials")).wait();
  alike.request(methods::GET, U("/v1.0/me")).wait();
  own.request(methods::GET, U("/?host=graph.microsoft.com&next=https://graph.microsoft.com/v1.0/me")).wait();
}

// The host is the client's, whatever the request's URI names.
void wholeUriInTheRequest() {
  http_client client(U("https://graph.microsoft.com")), own(U("https://siem.contoso.example"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, U("https://siem.contoso.example/v1.0/me")).wait();
  own.request(methods::GET, U("https://graph.microsoft.com/v1.0/me")).wait();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, U("/v1.0/sites?$filter=webUrl eq 'https://contoso.example'")).wait();
}

void builtUris() {
  uri_builder builder(uri(U("https://api.security.microsoft.com")));
  builder.append_path(U("/api")).append_path(U("incidents")).append_query(U("$top"), 10);
  http_client built(builder.to_uri());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  built.request(methods::GET).wait();
  http_client parts(uri_builder().set_scheme(U("https")).set_host(U("graph.microsoft.com")).set_port(443).to_uri());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  parts.request(methods::GET, uri_builder(U("/v1.0/me")).append_query(U("$select=id")).to_string()).wait();
  const uri whole(U("https://graph.microsoft.com/v1.0/users"));
  http_client authority(whole.authority());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  authority.request(methods::GET, whole.path()).wait();
  uri_builder other(uri(U("https://graph.microsoft.com")));
  other.set_host(U("siem.contoso.example"));
  http_client changed(other.to_uri());
  changed.request(methods::GET).wait();
}

// Every way to send.
void overloads() {
  http_client client(graph);
  const utility::string_t path = U("/me"), body = U("{}");
  pplx::cancellation_token_source source;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::DEL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, source.get_token());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, path);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, path, source.get_token());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::PATCH, path, value::object());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::POST, path, body);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::POST, path, std::string("{}"), "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::PUT, path, concurrency::streams::istream());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::PUT, path, concurrency::streams::istream(), 2);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(toMe(), source.get_token());
}

// Continuations.
void continuations() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U(AGENT));
  client.request(request)
      .then([](http_response response) {
        if (response.status_code() != status_codes::OK)
          throw http_exception(U("no answer"));
        return response.extract_json();
      })
      .then([client](const value &page) mutable {
        http_request next(methods::GET);
        next.set_request_uri(page.at(U("@odata.nextLink")).as_string());
        next.headers().add(header_names::user_agent, U(AGENT));
        return client.request(next);
      })
      .then([](pplx::task<http_response> last) {
        try {
          last.get();
        } catch (const http_exception &) {
        }
      })
      .wait();
}

void badContinuation() {
  http_client client(graph);
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U(AGENT));
  client.request(request)
      .then([](pplx::task<http_response> first) { return first.get().extract_string(); })
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
      .then([client](utility::string_t next) mutable { return client.request(methods::GET, next); })
      .wait();
}

void nextPage() {
  http_client client(U("https://graph.microsoft.com"));
  http_request request = toMe();
  request.headers().add(header_names::user_agent, U(AGENT));
  const value page = client.request(request).get().extract_json().get();
  const utility::string_t next = page.at(U("@odata.nextLink")).as_string();
  http_client other{uri(next)};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  other.request(methods::GET).wait();
  http_request again(methods::GET);
  again.headers().add(header_names::user_agent, U(AGENT));
  other.request(again).wait();
}

void retried() {
  http_client client(graph);
  for (int attempt = 0; attempt < 3; ++attempt) {
    http_request request = toMe();
    if (attempt == 0)
      request.headers().add(header_names::user_agent, U(AGENT));
    try {
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
      client.request(request).get();
      return;
    } catch (const http_exception &) {
    }
  }
}

void tasks() {
  http_client client(graph);
  auto work = pplx::create_task([&client] {
    http_request request = toMe();
    request.headers().add(header_names::user_agent, U(AGENT));
    return client.request(request);
  });
  work.wait();
  pplx::task_from_result(utility::string_t(U("/users")))
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
      .then([client](utility::string_t path) mutable { return client.request(methods::GET, path); })
      .wait();
}

// Handlers of a client.
static pplx::task<http_response> identify(http_request request, std::shared_ptr<http_pipeline_stage> next) {
  request.headers()[header_names::user_agent] = U(AGENT);
  return next->propagate(request);
}

void handlers() {
  http_client client(graph);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, U("/me")).wait();
  client.add_handler(identify);
  client.request(methods::GET, U("/me")).wait();
  client.request(toMe()).wait();
  http_client same = client;
  same.request(toMe()).wait();
}

void handlerThatDoesNot() {
  http_client client(graph);
  client.add_handler([](http_request request, std::shared_ptr<http_pipeline_stage> next) {
    request.headers().add(U("X-Request"), 1);
    return next->propagate(request);
  });
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(methods::GET, U("/me")).wait();
  client.add_handler([](http_request request, std::shared_ptr<http_pipeline_stage> next) {
    request.headers()[U("user-agent")] = U(AGENT);
    return next->propagate(request);
  });
  client.request(methods::GET, U("/me")).wait();
}

class Stage : public http_pipeline_stage {
public:
  pplx::task<http_response> propagate(http_request request) override {
    request.headers().add(header_names::user_agent, U(AGENT));
    return next_stage()->propagate(request);
  }
};
void stages() {
  http_client client(graph);
  client.add_handler(std::make_shared<Stage>());
  client.request(methods::GET, U("/me")).wait();
  client.request(toMe()).wait();
}

// Helpers and classes.
static void name(http_request &request, const utility::string_t &agent) {
  request.headers().add(header_names::user_agent, agent);
}
static void send(http_client &client, http_request request) {
  auto response = client.request(std::move(request)).get();
  (void)response.status_code();
}

void helpers() {
  http_client client(graph);
  http_request good = toMe(), bad = toMe();
  name(good, U(AGENT));
  send(client, good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  send(client, bad);
}

namespace {

class Api {
public:
  Api(const utility::string_t &host, utility::string_t agent)
      : client_(std::make_unique<http_client>(uri_builder().set_scheme(U("https")).set_host(host).to_uri(), config())),
        agent_(std::move(agent)) {}

  pplx::task<value> get(const utility::string_t &path) {
    http_request request(methods::GET);
    request.set_request_uri(path);
    if (!agent_.empty())
      request.headers().add(header_names::user_agent, agent_);
    return client_->request(request).then([](http_response response) { return response.extract_json(); });
  }

private:
  static http_client_config config() {
    http_client_config config;
    config.set_timeout(std::chrono::seconds(5));
    return config;
  }
  std::unique_ptr<http_client> client_;
  utility::string_t agent_;
};

} // namespace

void asMember() {
  Api good(U("graph.microsoft.com"), U(AGENT)), bad(U("graph.microsoft.com"), U("")), login(U("login.microsoftonline.com"), U(""));
  good.get(U("/v1.0/me")).wait();
  login.get(U("/common/discovery/keys")).wait();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  bad.get(U("/v1.0/me")).wait();
}

extern utility::string_t configured();
extern void complete(http_request &request);
extern void transmit(http_request request);
void unseen() {
  http_client client(graph);
  http_request request = toMe(), completed = toMe();
  request.headers().add(header_names::user_agent, configured());
  client.request(request).wait();
  complete(completed);
  client.request(completed).wait();
}
