// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Early returns and error paths: only what reaches the send counts.
#include <curl/curl.h>
#include <string>

extern bool loadToken(std::string &token);
extern bool ready();

static const char kUrl[] = "https://api.security.microsoft.com/api/alerts";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

bool returnsBeforeSending() {
  CURL *curl = curl_easy_init();
  if (!curl)
    return false;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!ready()) {
    curl_easy_cleanup(curl);
    return false;
  }
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

// The short cut sends, too.
bool shortCutSends() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!ready()) {
    // CHECK: :[[@LINE+1]]:28: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    const CURLcode probe = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return probe == CURLE_OK;
  }
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

// A configuring helper that gives up early; its caller does not look.
static bool configure(CURL *curl) {
  std::string token;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!loadToken(token))
    return false;
  curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, token.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  return true;
}

void resultIgnored() {
  CURL *curl = curl_easy_init();
  configure(curl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void resultChecked() {
  CURL *curl = curl_easy_init();
  if (configure(curl))
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void resultCheckedTheWrongWay() {
  CURL *curl = curl_easy_init();
  if (!configure(curl))
    // CHECK: :[[@LINE+1]]:5: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The status of curl_easy_setopt is looked at. That it fails is a path, but
// nothing is sent on it.
bool statusChecked() {
  CURL *curl = curl_easy_init();
  CURLcode rc = curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (rc == CURLE_OK)
    rc = curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (rc == CURLE_OK)
    rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK;
}

// On the error path a second request goes out from a fresh handle.
void errorReport() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (curl_easy_perform(curl) != CURLE_OK) {
    CURL *again = curl_easy_init();
    curl_easy_setopt(again, CURLOPT_URL, kUrl);
    // CHECK: :[[@LINE+1]]:5: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(again);
    curl_easy_cleanup(again);
  }
  curl_easy_cleanup(curl);
}
