// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A class that owns the handle: configured in the constructor, sent in a method.
#include <curl/curl.h>
#include <memory>
#include <string>
#include <utility>

namespace {

class Client {
public:
  Client() : curl_(curl_easy_init()) { curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;
  ~Client() { curl_easy_cleanup(curl_); }
  bool get(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    return curl_easy_perform(curl_) == CURLE_OK;
  }
  void forget() { curl_easy_reset(curl_); }

private:
  CURL *curl_;
};

class AnonymousClient {
public:
  AnonymousClient() = default;
  explicit AnonymousClient(const char *agent) : AnonymousClient() {
    curl_easy_setopt(curl_.get(), CURLOPT_USERAGENT, agent);
  }
  bool get(const std::string &url) const {
    curl_easy_setopt(curl_.get(), CURLOPT_URL, url.c_str());
    return curl_easy_perform(curl_.get()) == CURLE_OK;
  }

private:
  std::unique_ptr<CURL, void (*)(CURL *)> curl_{curl_easy_init(), curl_easy_cleanup};
};

// Everything is in the constructor, the URL too.
class Machines {
public:
  explicit Machines(bool identify) {
    curl_easy_setopt(curl_, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
    if (identify)
      curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  }
  ~Machines() { curl_easy_cleanup(curl_); }
  void send() { curl_easy_perform(curl_); }

private:
  CURL *curl_ = curl_easy_init();
};

} // namespace

void configuredByTheConstructor() {
  Client client;
  client.get("https://api.securitycenter.microsoft.com/api/machines");
  client.get("https://graph.microsoft.com/v1.0/me");
  client.forget();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client.get("https://graph.microsoft.com/v1.0/me");
}

void defaultConstructed() {
  AnonymousClient client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client.get("https://graph.microsoft.com/v1.0/me");
  client.get("https://login.microsoftonline.com/common/discovery/keys");
}

void delegatingConstructor() {
  AnonymousClient good("MdePartner-Contoso-Cognito/1.0"), bad("contoso");
  good.get("https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  bad.get("https://graph.microsoft.com/v1.0/me");
}

void inTheHeap() {
  auto good = std::make_unique<Client>();
  good->get("https://graph.microsoft.com/v1.0/me");
  const auto bad = std::make_shared<AnonymousClient>();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  bad->get("https://graph.microsoft.com/v1.0/me");
  auto *plain = new AnonymousClient;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  plain->get("https://graph.microsoft.com/v1.0/me");
  delete plain;
}

void everythingInTheConstructor() {
  Machines good(true), bad(false);
  good.send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  bad.send();
}

// As a member of another class, made in its initialiser list.
namespace {
class Service {
public:
  Service() : client_("MdePartner-Contoso-Cognito/1.0") {}
  explicit Service(const char *agent) : client_(agent) {}
  void run() { client_.get("https://api.security.microsoft.com/api/incidents"); }

private:
  AnonymousClient client_;
};
} // namespace

// The host is written in Service::run, the agent is not: the call is the place.
void service() {
  Service good, bad("contoso");
  good.run();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  bad.run();
}
