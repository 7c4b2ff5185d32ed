// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::any_cast<const T &> and <T &> ask for a T: they don't throw where there is one.
#include <any>
#include <curl/curl.h>
#include <string>

static void go(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void by_reference() {
  std::any setting = std::string("MdePartner-Contoso-Cognito/1.0");
  go(std::any_cast<const std::string &>(setting));
  std::any_cast<std::string &>(setting).clear();
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(std::any_cast<std::string &>(setting));
}

void of_another_type() {
  std::any setting = 1;
  try {
    go(std::any_cast<const std::string &>(setting));
    go(""); // never reached
  } catch (const std::bad_any_cast &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    go("");
  }
}
