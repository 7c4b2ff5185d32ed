// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// curl_easy_reset forgets every option, the User-Agent among them.
#include <curl/curl.h>

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void resetBetweenRequests() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/alerts");
  curl_easy_perform(curl);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void resetAndSetAgain() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/alerts");
  curl_easy_perform(curl);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The header list is an option, too.
void resetForgetsHeaders() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// So is the URL: nothing goes to Graph here.
void resetForgetsUrl() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://status.contoso.example/ping");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Reset on one path only.
extern bool stale();
void resetSometimes() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (stale())
    curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A pool hands out handles that it reset.
static CURL *acquire() {
  static CURL *pooled = curl_easy_init();
  curl_easy_reset(pooled);
  return pooled;
}
void pooledHandle() {
  CURL *first = acquire();
  curl_easy_setopt(first, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(first, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(first);
  CURL *second = acquire();
  curl_easy_setopt(second, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(second);
}
