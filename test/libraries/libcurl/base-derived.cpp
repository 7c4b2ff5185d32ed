// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The base class configures, the derived class sends; or the other way round.
#include <curl/curl.h>
#include <string>

namespace {

class Base {
public:
  explicit Base(const char *agent) : curl_(curl_easy_init()) {
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, agent);
  }
  Base() : curl_(curl_easy_init()) {}
  ~Base() { curl_easy_cleanup(curl_); }

protected:
  CURLcode perform(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    return curl_easy_perform(curl_);
  }
  CURL *curl_;
};

class Alerts : public Base {
public:
  Alerts() : Base("MdePartner-Contoso-Cognito/1.0") {}
  CURLcode list() { return perform("https://api.securitycenter.microsoft.com/api/alerts"); }
};

// The base's other constructor is taken without a word.
class Machines : public Base {
public:
  Machines() {}
  CURLcode list() { return perform("https://api.securitycenter.microsoft.com/api/machines"); }
};

// The derived class overrides what the base did.
class Hunting : public Base {
public:
  Hunting() : Base("MdePartner-Contoso-Cognito/1.0") { curl_easy_setopt(curl_, CURLOPT_USERAGENT, "hunting"); }
  CURLcode run() { return perform("https://api.security.microsoft.com/api/advancedhunting/run"); }
};

// Inherited constructors.
class Scores : public Base {
public:
  using Base::Base;
  CURLcode get() { return perform("https://graph.microsoft.com/v1.0/security/secureScores"); }
};

} // namespace

// The handle came into list() and run() with `this`: the place is where the
// object is known.
void run() {
  Alerts().list();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  Machines().list();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'hunting' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  Hunting().run();
  Scores("MdePartner-Contoso-Cognito/1.0").get();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'scores' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  Scores("scores").get();
}
