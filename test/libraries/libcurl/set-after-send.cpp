// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A User-Agent that comes too late.
#include <curl/curl.h>

void afterTheSend() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  // CHECK: :[[@LINE+1]]:17: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  CURLcode rc = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_cleanup(curl);
  (void)rc;
}

void beforeTheSend() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  (void)rc;
}

// The second request has it, the first does not.
void betweenTwoSends() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// In a loop, only the first round goes without.
void inALoop(int rounds) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  for (int i = 0; i < rounds; ++i) {
    // CHECK: :[[@LINE+1]]:5: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  }
  curl_easy_cleanup(curl);
}

// The send is what the condition evaluates: the agent comes too late again.
void inACondition() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  // CHECK: :[[@LINE+1]]:7: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  if (curl_easy_perform(curl) != CURLE_OK)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_cleanup(curl);
}
