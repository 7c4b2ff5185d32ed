// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A list of headers that is built but never installed on the handle, or on
// another one, or before it holds anything.
#include <curl/curl.h>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kLine[] = "User-Agent: MdePartner-Contoso-Cognito/1.0";

void built() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, kLine);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void installed() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, kLine);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void installedElsewhere() {
  CURL *curl = curl_easy_init();
  CURL *other = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, kLine);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(other, CURLOPT_HTTPHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(other);
  curl_easy_cleanup(curl);
}

// The list was still null when it was installed.
void installedWhileEmpty() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = nullptr;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  headers = curl_slist_append(headers, kLine);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// It was not: the handle keeps the pointer, and the list has grown since.
void installedThenExtended() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "Accept: application/json");
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_slist_append(headers, kLine);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// As CURLOPT_PROXYHEADER it goes to the proxy.
void installedForTheProxy() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, kLine);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
  curl_easy_setopt(curl, CURLOPT_PROXYHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// The result of an append is the list; its loss matters for the first one only.
void resultOfFirstAppendLost() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = nullptr;
  curl_slist_append(headers, kLine);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
