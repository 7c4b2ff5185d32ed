// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The static local was initialised before the configuration was there.
#include <curl/curl.h>
#include <string>

static std::string configured = "contoso";

static const std::string &agent() {
  static const std::string text = configured;
  return text;
}

static void request(const std::string &text) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, text.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

int main() {
  const bool banner = agent().empty(); // too early
  configured = "MdePartner-Contoso-Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(agent());
  request(configured);
  return banner;
}
