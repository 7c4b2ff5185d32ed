// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Recursive functions.
#include <curl/curl.h>
#include <string>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

static CURLcode retry(CURL *curl, int left) {
  const CURLcode rc = curl_easy_perform(curl);
  if (rc != CURLE_OK && left > 0)
    return retry(curl, left - 1);
  return rc;
}

void configured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  retry(curl, 3);
}

void notConfigured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  retry(curl, 3);
}

// The agent gets lost on the way down: each further attempt has a handle of its own.
static CURLcode retryAfresh(CURL *curl, int left) {
  CURLcode rc = curl_easy_perform(curl);
  if (rc == CURLE_OK || left == 0)
    return rc;
  CURL *fresh = curl_easy_init();
  curl_easy_setopt(fresh, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:8: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  rc = retryAfresh(fresh, left - 1);
  curl_easy_cleanup(fresh);
  return rc;
}
void lostOnTheWay() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  retryAfresh(curl, 2);
}

// How deep is known only when the program runs.
static CURLcode retryUnbounded(CURL *curl) {
  const CURLcode rc = curl_easy_perform(curl);
  return rc == CURLE_OPERATION_TIMEDOUT ? retryUnbounded(curl) : rc;
}
void unbounded() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  retryUnbounded(curl);
}

// Mutual recursion.
static void pong(CURL *curl, int left);
static void ping(CURL *curl, int left) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (left > 0)
    pong(curl, left - 1);
}
static void pong(CURL *curl, int left) {
  curl_easy_perform(curl);
  if (left > 0)
    ping(curl, left - 1);
}
void pingFirst() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  ping(curl, 4);
}
void pongFirst() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  pong(curl, 4);
}
