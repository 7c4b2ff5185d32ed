// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many independent branches before a send: 2^24 paths, few ways that the
// request can look.
#include <curl/curl.h>

extern bool flag(int number);

static void options(CURL *curl) {
  if (flag(0))
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  if (flag(1))
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  if (flag(2))
    curl_easy_setopt(curl, CURLOPT_TCP_NODELAY, 0L);
  if (flag(3))
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
  if (flag(4))
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (flag(5))
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  if (flag(6))
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 3L);
  if (flag(7))
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  if (flag(8))
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 5L);
  if (flag(9))
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  if (flag(10))
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (flag(11))
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
  if (flag(12))
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
  if (flag(13))
    curl_easy_setopt(curl, CURLOPT_IPRESOLVE, 1L);
  if (flag(14))
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 65536L);
  if (flag(15))
    curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
  if (flag(16))
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 10L);
  if (flag(17))
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 10L);
  if (flag(18))
    curl_easy_setopt(curl, CURLOPT_DNS_CACHE_TIMEOUT, 60L);
  if (flag(19))
    curl_easy_setopt(curl, CURLOPT_FILETIME, 1L);
  if (flag(20))
    curl_easy_setopt(curl, CURLOPT_TRANSFERTEXT, 0L);
  if (flag(21))
    curl_easy_setopt(curl, CURLOPT_CRLF, 0L);
  if (flag(22))
    curl_easy_setopt(curl, CURLOPT_AUTOREFERER, 0L);
  if (flag(23))
    curl_easy_setopt(curl, CURLOPT_COOKIESESSION, 1L);
}

void withoutAgent() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  options(curl);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void withAgent() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  options(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// One of many takes it away.
void oneOfManyClears() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  options(curl);
  if (flag(24))
    curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  if (flag(25))
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Each branch adds a line to the list: none of them is a User-Agent.
void manyHeaders() {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  if (flag(0))
    list = curl_slist_append(list, "Accept: application/json");
  if (flag(1))
    list = curl_slist_append(list, "Accept-Language: en");
  if (flag(2))
    list = curl_slist_append(list, "Cache-Control: no-cache");
  if (flag(3))
    list = curl_slist_append(list, "Content-Type: application/json");
  if (flag(4))
    list = curl_slist_append(list, "ConsistencyLevel: eventual");
  if (flag(5))
    list = curl_slist_append(list, "Prefer: odata.maxpagesize=50");
  if (flag(6))
    list = curl_slist_append(list, "If-Match: *");
  if (flag(7))
    list = curl_slist_append(list, "X-Trace: on");
  if (flag(8))
    list = curl_slist_append(list, "X-Tenant: contoso");
  if (flag(9))
    list = curl_slist_append(list, "X-Client: cognito");
  if (flag(10))
    list = curl_slist_append(list, "Expect:");
  if (flag(11))
    list = curl_slist_append(list, "Pragma: no-cache");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void someHeaders() {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  if (flag(0))
    list = curl_slist_append(list, "Accept: application/json");
  if (flag(1))
    list = curl_slist_append(list, "Accept-Language: en");
  if (flag(2))
    list = curl_slist_append(list, "Cache-Control: no-cache");
  if (flag(3))
    list = curl_slist_append(list, "Content-Type: application/json");
  if (flag(4))
    list = curl_slist_append(list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}
