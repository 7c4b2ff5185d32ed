// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Carries incidents from Defender to another system, with the C++ REST SDK: a client per
// host, a handler that names the product, and older code that does not know of it.
#include <cpprest/http_client.h>
#include <cpprest/uri_builder.h>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <utility>

using web::uri_builder;
using web::http::header_names;
using web::http::http_exception;
using web::http::http_pipeline_stage;
using web::http::http_request;
using web::http::http_response;
using web::http::methods;
using web::http::client::http_client;
using web::http::client::http_client_config;
namespace json = web::json;

namespace {

struct Settings {
  utility::string_t company = U("Contoso"), product = U("IncidentBridge"), version = U("2.4.1");
  utility::string_t agent() const { return U("MdePartner-") + company + U("-") + product + U("/") + version; }
};

http_client_config config() {
  http_client_config config;
  config.set_timeout(std::chrono::seconds(10));
  return config;
}

http_client clientFor(const utility::string_t &host) {
  return http_client(uri_builder().set_scheme(U("https")).set_host(host).to_string(), config());
}

http_request get(const utility::string_t &path) {
  http_request request(methods::GET);
  request.set_request_uri(path);
  request.headers().add(header_names::accept, U("application/json"));
  request.headers().add(header_names::authorization, U("Bearer ") + utility::string_t(truth_text("token", "t0")));
  return request;
}

class Bridge {
public:
  explicit Bridge(Settings settings) : settings_(std::move(settings)), defender_(clientFor(U("api.security.microsoft.com"))) {
    const utility::string_t agent = settings_.agent();
    defender_.add_handler([agent](http_request request, std::shared_ptr<http_pipeline_stage> next) {
      request.headers()[header_names::user_agent] = agent;
      return next->propagate(request);
    });
  }

  void incidents() {
    defender_.request(get(U("/api/incidents/L_incidents"))) // label: incidents
        .then([](http_response response) { return response.extract_string(true); })
        .wait();
    defender_.request(methods::PATCH, U("/api/incidents/7/L_patched"), json::value::object()).wait(); // label: patched
  }

  // The handler's value replaces what the caller had set.
  void hunt() {
    http_request request = get(U("/api/advancedhunting/run/L_hunt"));
    request.set_method(methods::POST);
    request.headers().add(header_names::user_agent, U("hunter"));
    request.set_body(U("{}"), U("application/json"));
    defender_.request(request).wait(); // label: hunt
  }

private:
  Settings settings_;
  http_client defender_;
};

class Directory {
public:
  Directory() : graph_(U("https://graph.microsoft.com/v1.0/")) {}
  void identify(const utility::string_t &agent) { headers_[U("User-Agent")] = agent; }

  bool read(const utility::string_t &path) {
    for (int attempt = 0; attempt < 2; ++attempt) {
      http_request request = get(path);
      for (const auto &[name, value] : headers_)
        request.headers().add(name, value);
      try {
        return graph_.request(request).get().status_code() == 200;
      } catch (const http_exception &error) {
        std::cerr << error.what() << '\n';
      }
    }
    return false;
  }

private:
  http_client graph_;
  std::map<utility::string_t, utility::string_t> headers_;
};

void pages(const utility::string_t &agent) {
  http_client graph = clientFor(U("graph.microsoft.com"));
  http_request first = get(U("/v1.0/users/L_users?next=L_page"));
  first.headers().add(U("user-agent"), agent);
  const json::value page = graph.request(first).get().extract_json(true).get(); // label: users
  if (!page.has_field(U("@odata.nextLink")))
    return;
  http_client next{web::uri(page.at(U("@odata.nextLink")).as_string())};
  next.request(methods::GET).wait(); // label: page
}

} // namespace

int main() {
  const Settings settings;
  http_client login = clientFor(U("login.microsoftonline.com"));
  login.request(methods::POST, U("/contoso/oauth2/v2.0/token/L_token"), U("grant_type=client_credentials")).wait(); // label: token

  Bridge bridge(settings);
  bridge.incidents();
  bridge.hunt();

  Directory directory;
  directory.read(U("groups/L_bare")); // label: bare
  directory.identify(settings.agent());
  directory.read(U("groups/L_named")); // label: named
  directory.identify(settings.company + U("/") + settings.version);
  directory.read(U("groups/L_short")); // label: short

  pages(settings.agent());

  http_client graph = clientFor(U("graph.microsoft.com"));
  http_request request = get(U("/v1.0/me/L_added"));
  request.headers().add(header_names::user_agent, settings.agent());
  if (truth_flag("twice"))
    request.headers().add(header_names::user_agent, U("(linux)"));
  graph.request(request).wait(); // label: added

  // Another host's URI: it is only appended to the client's.
  graph.request(methods::GET, U("https://siem.contoso.example/v1.0/L_appended")).wait(); // label: appended
  http_client own = clientFor(U("siem.contoso.example"));
  own.request(methods::GET, U("/ingest/L_own?from=graph.microsoft.com")).wait(); // label: own
  return 0;
}
