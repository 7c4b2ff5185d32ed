// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests that leave before main, and after it.
#include <curl/curl.h>
#include <string>

static std::string agent; // set in main: too late for the initialisers

static bool probe(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

// CHECK: :[[@LINE+1]]:28: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
static const bool online = probe("https://api.securitycenter.microsoft.com/api/machines");

namespace {
struct Farewell {
  ~Farewell() {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
};
Farewell farewell;

struct Greeting {
  Greeting() {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
};
Greeting greeting;
} // namespace

int main() {
  agent = "MdePartner-Contoso-Cognito/1.0";
  return online && probe("https://api.securitycenter.microsoft.com/api/alerts") ? 0 : 1;
}
