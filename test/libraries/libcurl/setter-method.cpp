// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A setter that callers may forget, or call too late.
#include <curl/curl.h>
#include <string>
#include <utility>

namespace {

class Request {
public:
  explicit Request(std::string url) : url_(std::move(url)) {}
  Request &userAgent(const std::string &agent) {
    agent_ = agent;
    return *this;
  }
  Request &header(const std::string &line) {
    headers_ = curl_slist_append(headers_, line.c_str());
    return *this;
  }
  CURLcode send() {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    if (!agent_.empty())
      curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_);
    const CURLcode rc = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return rc;
  }
  ~Request() { curl_slist_free_all(headers_); }

private:
  std::string url_, agent_;
  curl_slist *headers_ = nullptr;
};

} // namespace

void called() {
  Request request("https://graph.microsoft.com/v1.0/security/incidents");
  request.userAgent("MdePartner-Contoso-Cognito/1.0");
  request.send();
}

void forgotten() {
  Request request("https://graph.microsoft.com/v1.0/security/incidents");
  request.header("Accept: application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request.send();
}

void late() {
  Request request("https://graph.microsoft.com/v1.0/security/incidents");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request.send();
  request.userAgent("MdePartner-Contoso-Cognito/1.0");
  request.send();
}

void onOneOfTwo() {
  Request first("https://graph.microsoft.com/v1.0/security/incidents");
  Request second("https://api.securitycenter.microsoft.com/api/alerts");
  first.userAgent("MdePartner-Contoso-Cognito/1.0");
  first.send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  second.send();
}

void chained() {
  Request("https://graph.microsoft.com/v1.0/me").header("Accept: */*").userAgent("MdePartner-Contoso-Cognito/1.0").send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  Request("https://graph.microsoft.com/v1.0/me").header("Accept: */*").userAgent("contoso").send();
  Request("https://graph.microsoft.com/v1.0/me").header("User-Agent: MdePartner-Contoso-Cognito/1.0").send();
}

extern bool verbose();
void onOnePath() {
  Request request("https://graph.microsoft.com/v1.0/security/incidents");
  if (verbose())
    request.userAgent("MdePartner-Contoso-Cognito/1.0-verbose");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request.send();
}
