// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CURLOPT_USERAGENT with a null pointer, or with an empty text, sends none.
#include <curl/curl.h>
#include <string>

static const char kUrl[] = "https://us.api.security.microsoft.com/api/incidents";

void clearedByNull() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void clearedByTheOldNull() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, NULL);
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// No pointer, but what everybody takes for one: the argument is one of `...`.
void clearedByZero() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, 0L);
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void nullVariable() {
  const char *agent = nullptr;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void emptyText() {
  std::string agent;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void clearedAndSetAgain() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A header line is not touched by it.
void headerStays() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}
