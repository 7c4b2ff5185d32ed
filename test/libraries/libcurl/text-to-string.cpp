// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers as text.
#include <curl/curl.h>
#include <charconv>
#include <cstdlib>
#include <string>

static constexpr int kMajor = 4, kMinor = 20;
enum { kPatch = 7 };

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void constants() {
  send("MdePartner-Contoso-Cognito/" + std::to_string(kMajor) + "." + std::to_string(kMinor) + "." +
       std::to_string(kPatch));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/4.20' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("Cognito/" + std::to_string(kMajor) + "." + std::to_string(kMinor));
}

void computed() {
  const unsigned version = 0x0400u | 2u;
  send("MdePartner-Contoso-Cognito/" + std::to_string(version >> 8) + "." + std::to_string(version & 0xff));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/4.2' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("Cognito/" + std::to_string(version >> 8) + "." + std::to_string(version & 0xff));
}

// A number that only execution knows still is a number.
void unknownNumber() {
  const int build = std::rand();
  send("MdePartner-Contoso-Cognito/" + std::to_string(build));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent {{'Cognito/.+'}} of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("Cognito/" + std::to_string(build));
}

void port() {
  CURL *curl = curl_easy_init();
  const std::string url = "https://graph.microsoft.com:" + std::to_string(443) + "/v1.0/me";
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
