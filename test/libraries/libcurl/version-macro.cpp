// RUN: %check-doors %s -- -std=c++17 -DPRODUCT_VERSION=\"3.1\"
// RUN: %check-doors %s --prefix=EMPTY -- -std=c++17 -DPRODUCT_VERSION=\"\"
// RUN: %check-doors %s --prefix=UNSET -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The version is a macro, from the command line of the compiler, which may be
// given, be empty, or be forgotten.
#include <curl/curl.h>
#include <string>

#ifndef PRODUCT_VERSION
#define PRODUCT_VERSION "{Version}"
#endif
#define PRODUCT "Cognito"
#define AGENT "MdePartner-Contoso-" PRODUCT "/" PRODUCT_VERSION
#define STRINGIFY(x) STRINGIFY_(x)
#define STRINGIFY_(x) #x
#define MAJOR 3
#define MINOR 1

void literal() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, AGENT);
  // EMPTY: :[[@LINE+2]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // UNSET: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{Version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void concatenated() {
  const std::string agent = std::string("MdePartner-Contoso-Cognito/") + PRODUCT_VERSION;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // EMPTY: :[[@LINE+2]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // UNSET: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{Version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void stringified() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/" STRINGIFY(MAJOR) "." STRINGIFY(MINOR));
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The fallback is chosen when the program runs.
void fallback() {
  constexpr char version[] = PRODUCT_VERSION;
  const std::string agent = std::string("MdePartner-Contoso-Cognito/") + (version[0] ? version : "0.0");
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // UNSET: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{Version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
