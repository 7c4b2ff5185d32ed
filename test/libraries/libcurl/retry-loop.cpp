// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Retry loops that make, reset or keep their handle.
#include <curl/curl.h>

static const char kUrl[] = "https://uk.api.security.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

bool keepsTheHandle() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  CURLcode rc = CURLE_FAILED_INIT;
  for (int attempt = 0; attempt < 5 && rc != CURLE_OK; ++attempt)
    rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

// The first attempt is configured, the others start from a fresh handle.
bool freshHandleForgets() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  CURLcode rc = CURLE_FAILED_INIT;
  for (int attempt = 0; attempt < 5; ++attempt) {
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    // CHECK: :[[@LINE+1]]:10: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    rc = curl_easy_perform(curl);
    if (rc == CURLE_OK)
      break;
    curl_easy_cleanup(curl);
    curl = curl_easy_init();
  }
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

bool freshHandleEachTime() {
  CURLcode rc = CURLE_FAILED_INIT;
  for (int attempt = 0; attempt < 5 && rc != CURLE_OK; ++attempt) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    rc = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
  return rc == CURLE_OK;
}

bool resetBeforeRetry() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  CURLcode rc;
  do {
    // CHECK: :[[@LINE+1]]:10: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    rc = curl_easy_perform(curl);
    if (rc != CURLE_OK) {
      curl_easy_reset(curl);
      curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    }
  } while (rc == CURLE_OPERATION_TIMEDOUT);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

// Only the second and later attempts identify themselves.
bool lateInTheLoop() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (attempt > 0)
      curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    // CHECK: :[[@LINE+1]]:9: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    if (curl_easy_perform(curl) == CURLE_OK)
      break;
  }
  curl_easy_cleanup(curl);
  return true;
}

// The first round sets it for all.
bool earlyInTheLoop() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (attempt == 0)
      curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    if (curl_easy_perform(curl) == CURLE_OK)
      break;
  }
  curl_easy_cleanup(curl);
  return true;
}

// After three failures it falls back to the other host, and to another handle.
bool fallsBack() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  for (int attempt = 0; attempt < 3; ++attempt)
    if (curl_easy_perform(curl) == CURLE_OK)
      return true;
  CURL *fallback = curl_easy_init();
  curl_easy_setopt(fallback, CURLOPT_URL, "https://api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:10: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  return curl_easy_perform(fallback) == CURLE_OK;
}

// Unbounded, with a condition that only execution knows.
extern bool keepGoing();
void pollForever() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  while (keepGoing()) {
    curl_easy_perform(curl);
    curl_slist *none = nullptr;
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, none);
  }
  curl_easy_cleanup(curl);
}
