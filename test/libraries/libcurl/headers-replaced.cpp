// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CURLOPT_HTTPHEADER replaces the list that was there before.
#include <curl/curl.h>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/indicators";

void replacedByALaterList() {
  CURL *curl = curl_easy_init();
  curl_slist *identity = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_slist *json = curl_slist_append(nullptr, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, identity);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, json);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(identity);
  curl_slist_free_all(json);
  curl_easy_cleanup(curl);
}

void oneListForBoth() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  headers = curl_slist_append(headers, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void replacedByNull() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// The option is not part of the list: it stays.
void optionStays() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_slist *json = curl_slist_append(nullptr, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, json);
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  curl_easy_perform(curl);
  curl_slist_free_all(json);
  curl_easy_cleanup(curl);
}

// For the second request only the body's headers are wanted; the identity goes too.
void secondRequest() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist *json = curl_slist_append(nullptr, "Content-Type: application/json");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, json);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "{}");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_slist_free_all(json);
  curl_easy_cleanup(curl);
}
