// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CURLU, libcurl's URL API: the handle keeps the object, and it beats CURLOPT_URL.
#include <curl/curl.h>
#include <stddef.h>

void whole_url(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, "https://graph.microsoft.com/v1.0/me", 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}

void by_parts(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_SCHEME, "https", 0);
  curl_url_set(url, CURLUPART_HOST, "api.securitycenter.microsoft.com", 0);
  curl_url_set(url, CURLUPART_PATH, "/api/machines", 0);
  curl_url_set(url, CURLUPART_QUERY, "$top=10", 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}

// Another host before the request leaves.
void host_replaced(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, "https://graph.microsoft.com/v1.0/me", 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  curl_url_set(url, CURLUPART_HOST, "mock.contoso.example", 0);
  curl_easy_perform(curl);
  curl_url_set(url, CURLUPART_HOST, "graph.microsoft.us", 0);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}

// CURLOPT_URL does not count while there is a CURLU.
void both(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, "https://siem.contoso.example/", 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_CURLU, NULL);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}

// A relative part joins the URL that is there.
void relative(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url(), *copy;
  curl_url_set(url, CURLUPART_URL, "https://graph.microsoft.com/v1.0/", 0);
  curl_url_set(url, CURLUPART_URL, "security/alerts_v2", 0);
  copy = curl_url_dup(url);
  curl_url_set(url, CURLUPART_URL, "https://mock.contoso.example/", 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, copy);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_url_cleanup(copy);
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}

// Taken apart and asked for again.
void read_back(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  char *text = NULL;
  curl_url_set(url, CURLUPART_URL, "https://graph.microsoft.com", 0);
  curl_url_set(url, CURLUPART_PATH, "/v1.0/me", 0);
  if (curl_url_get(url, CURLUPART_URL, &text, 0) == CURLUE_OK) {
    curl_easy_setopt(curl, CURLOPT_URL, text);
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_free(text);
  }
  curl_url_cleanup(url);
  curl_easy_cleanup(curl);
}
