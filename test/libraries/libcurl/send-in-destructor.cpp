// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests that leave from destructors.
#include <curl/curl.h>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

// Says goodbye when the scope ends.
class Session {
public:
  explicit Session(const char *agent) : curl_(curl_easy_init()) {
    curl_easy_setopt(curl_, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines/logoff");
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, agent);
  }
  Session(const Session &) = delete;
  ~Session() {
    curl_easy_perform(curl_);
    curl_easy_cleanup(curl_);
  }
  void agent(const char *agent) { curl_easy_setopt(curl_, CURLOPT_USERAGENT, agent); }

private:
  CURL *curl_;
};

} // namespace

void good() { Session session("MdePartner-Contoso-Cognito/1.0"); }

// The destructor runs at the closing brace.
void bad() {
  Session session("contoso");
  // CHECK: :[[@LINE+1]]:1: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
}

void mendedBeforeTheEnd() {
  Session session("contoso");
  session.agent("MdePartner-Contoso-Cognito/1.0");
}

// On the way out by an exception, too.
extern void work();
void byAnException() {
  Session session("MdePartner-Contoso-Cognito/1.0");
  try {
    Session inner("MdePartner-Contoso-Inner/1.0");
    work();
  } catch (const std::exception &) {
    session.agent("MdePartner-Contoso-Failed/1.0");
  }
}

// Deleted, reset, overwritten.
void byOwners() {
  auto *plain = new Session("contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  delete plain;

  auto owned = std::make_unique<Session>("MdePartner-Contoso-Cognito/1.0");
  owned.reset();

  auto shared = std::make_shared<Session>("contoso");
  auto other = shared;
  shared.reset(); // `other` still holds it
  other->agent("MdePartner-Contoso-Cognito/1.0");
}

// A temporary ends with its statement.
void temporary() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  Session("contoso");
  Session("MdePartner-Contoso-Cognito/1.0");
}

// A guard with everything in the destructor: the host is known there.
namespace {
struct Heartbeat {
  ~Heartbeat() {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
};
} // namespace
void guarded() { Heartbeat heartbeat; }
