// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// curl_easy_duphandle copies the options as they are at that moment.
#include <curl/curl.h>

static const char kUrl[] = "https://eu.api.security.microsoft.com/api/advancedhunting/run";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void copiedBeforeTheAgent() {
  CURL *first = curl_easy_init();
  curl_easy_setopt(first, CURLOPT_URL, kUrl);
  CURL *second = curl_easy_duphandle(first);
  curl_easy_setopt(first, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(first);
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(second);
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}

void copiedWithTheAgent() {
  CURL *first = curl_easy_init();
  curl_easy_setopt(first, CURLOPT_URL, kUrl);
  curl_easy_setopt(first, CURLOPT_USERAGENT, kAgent);
  CURL *second = curl_easy_duphandle(first);
  curl_easy_cleanup(first);
  curl_easy_perform(second);
  curl_easy_cleanup(second);
}

// What happens to the copy does not happen to the original, nor the other way.
void apart() {
  CURL *first = curl_easy_init();
  curl_easy_setopt(first, CURLOPT_URL, kUrl);
  curl_easy_setopt(first, CURLOPT_USERAGENT, kAgent);
  CURL *second = curl_easy_duphandle(first);
  curl_easy_setopt(second, CURLOPT_USERAGENT, "contoso/1.0");
  curl_easy_perform(first);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to eu.api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(second);
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}

// The header list is shared: both handles point to the same one.
void sharedList() {
  CURL *first = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "Accept: application/json");
  curl_easy_setopt(first, CURLOPT_URL, kUrl);
  curl_easy_setopt(first, CURLOPT_HTTPHEADER, headers);
  CURL *second = curl_easy_duphandle(first);
  curl_slist_append(headers, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(first);
  curl_easy_perform(second);
  curl_slist_free_all(headers);
  curl_easy_cleanup(first);
  curl_easy_cleanup(second);
}

// A template handle that each request is copied from.
static CURL *prototype(bool identify) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  return curl;
}
void fromAPrototype() {
  CURL *good = prototype(true), *bad = prototype(false);
  CURL *a = curl_easy_duphandle(good), *b = curl_easy_duphandle(bad);
  curl_easy_perform(a);
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(b);
}
