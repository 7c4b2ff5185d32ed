// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A condition that callers choose, who are not seen: perhaps all of them choose
// the good side. That is `unverified`, not a finding: it is one as soon as a
// caller with the bad side is seen.
#include <curl/curl.h>

void condition(bool identify) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  if (identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void pointer(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The same, seen from its only callers.
static void seen(bool identify) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  if (identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void good() { seen(true); }
void bad() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  seen(false);
}

// What main is given, the user chooses: both sides exist.
int main(int argc, char **) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  if (argc > 1)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
