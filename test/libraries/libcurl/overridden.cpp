// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A good User-Agent that a later or stronger one takes the place of.
#include <curl/curl.h>

static const char kUrl[] = "https://graph.microsoft.com/beta/security/incidents";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void laterOptionWins() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "libcurl-agent/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'libcurl-agent/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void laterOptionMends() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "libcurl-agent/1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A header line beats the option, whichever was set first.
void headerBeatsOption() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: Mozilla/5.0");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Mozilla/5.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void headerMendsOption() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "libcurl-agent/1.0");
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// The better one comes in time for the second request only.
void tooLateForTheFirst() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "libcurl-agent/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'libcurl-agent/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
