// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Static locals are initialised once, when they are first reached.
#include <curl/curl.h>
#include <string>

static const char *configured = nullptr;

static const std::string &agent() {
  static const std::string text = configured ? configured : "";
  return text;
}

static void request() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent().c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static CURL *shared() {
  static CURL *curl = [] {
    CURL *made = curl_easy_init();
    curl_easy_setopt(made, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
    return made;
  }();
  return curl;
}

int main() {
  configured = "MdePartner-Contoso-Cognito/1.0";
  request(); // agent() is made here
  configured = "contoso";
  request(); // and stays what it was

  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(shared());
  curl_easy_setopt(shared(), CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(shared());
}
