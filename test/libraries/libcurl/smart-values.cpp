// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// optional, variant, reference_wrapper, move, swap, exchange: who has the handle
// or the text now.
#include <curl/curl.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

static const char kUrl[] = "https://api.security.microsoft.com/api/incidents";

static CURL *make(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  return curl;
}

static void send(const std::string &agent) {
  CURL *curl = make(agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void swapped() {
  CURL *a = make("MdePartner-Contoso-Cognito/1.0"), *b = make("contoso");
  std::swap(a, b);
  curl_easy_perform(b);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(a);
}

void exchanged() {
  CURL *curl = make("contoso");
  CURL *old = std::exchange(curl, make("MdePartner-Contoso-Cognito/1.0"));
  curl_easy_perform(curl);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(old);
}

void optionals() {
  std::optional<std::string> agent;
  send(agent.value_or("MdePartner-Contoso-Cognito/1.0"));
  agent = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(*agent);
  agent.emplace("MdePartner-Contoso-Cognito/1.0");
  send(agent.value());
  agent.reset();
  if (agent)
    send("contoso"); // never
}

using Agent = std::variant<std::monostate, std::string, const char *>;

static void sendVariant(const Agent &agent) {
  if (const auto *text = std::get_if<std::string>(&agent))
    send(*text);
  else if (std::holds_alternative<const char *>(agent))
    send(std::get<const char *>(agent));
  else
    send("MdePartner-Contoso-Default/1.0");
}

void variants() {
  sendVariant(std::string("MdePartner-Contoso-Cognito/1.0"));
  sendVariant("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  sendVariant(std::string("contoso"));
  sendVariant({});
}

struct Visitor {
  std::string operator()(std::monostate) const { return "none"; }
  std::string operator()(const std::string &text) const { return text; }
  std::string operator()(const char *text) const { return std::string("MdePartner-") + text; }
};

void visits() {
  send(std::visit(Visitor{}, Agent("Contoso-Cognito/1.0")));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'none' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(std::visit(Visitor{}, Agent()));
}

void references() {
  std::string agent = "contoso";
  const std::reference_wrapper<std::string> wrapped = std::ref(agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(wrapped);
  wrapped.get() = "MdePartner-Contoso-Cognito/1.0";
  send(agent);
}

void moved() {
  std::string from = "MdePartner-Contoso-Cognito/1.0";
  const std::string to = std::move(from);
  send(to);
  from = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(from);
}

void weak() {
  auto shared = std::make_shared<std::string>("MdePartner-Contoso-Cognito/1.0");
  const std::weak_ptr<std::string> weak = shared;
  *shared += ".7";
  if (const auto locked = weak.lock())
    send(*locked);
}
