// RUN: %check-doors %s -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C++20: designated initialisers, concepts, consteval, ranges-for with an
// initialiser, template lambdas, coroutines.
#include <concepts>
#include <coroutine>
#include <curl/curl.h>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Request {
  std::string url;
  std::string agent = "";
  long timeout = 30;
};

CURLcode send(const Request &request) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, request.timeout);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, request.agent.c_str());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

template <typename T>
concept Identified = requires(const T &t) {
  { t.agent() } -> std::convertible_to<std::string>;
};

template <typename T> CURLcode sendFor(const T &) {
  // CHECK: :[[@LINE+1]]:10: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  return send({.url = "https://graph.microsoft.com/v1.0/me"});
}
template <Identified T> CURLcode sendFor(const T &t) {
  return send({.url = "https://graph.microsoft.com/v1.0/me", .agent = t.agent()});
}

struct Partner {
  std::string agent() const { return "MdePartner-Contoso-Cognito/1.0"; }
};

consteval const char *host() { return "graph.microsoft.us"; }

} // namespace

void designated() {
  send({.url = "https://graph.microsoft.com/v1.0/me", .agent = "MdePartner-Contoso-Cognito/1.0", .timeout = 5});
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send({.url = "https://graph.microsoft.com/v1.0/me", .timeout = 5});
}

// The unconstrained overload has the host in it and nobody to name: it is the place.
void concepts() {
  sendFor(Partner{});
  sendFor(42);
}

void immediate() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send({.url = std::string("https://") + host() + "/v1.0/me"});
}

void rangeWithInitialiser() {
  for (const std::vector<std::string> agents = {"MdePartner-Contoso-Cognito/1.0", "contoso"}; const auto &agent : agents)
    // CHECK: :[[@LINE+1]]:5: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
    send({.url = "https://graph.microsoft.com/v1.0/me", .agent = agent});
}

void prefixes() {
  std::string agent = "Cognito/1.0";
  if (!agent.starts_with("MdePartner-"))
    agent.insert(0, "MdePartner-Contoso-");
  send({.url = "https://graph.microsoft.com/v1.0/me", .agent = agent});
  if (agent.ends_with("/1.0") && agent.starts_with("MdePartner-"))
    agent = "cognito";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send({.url = "https://graph.microsoft.com/v1.0/me", .agent = agent});
}

// A coroutine's body runs like any other.
namespace {
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

Task poll(std::string agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  co_await std::suspend_never{};
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
} // namespace

void coroutines() {
  poll("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  poll("");
}
