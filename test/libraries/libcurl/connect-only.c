// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CURLOPT_CONNECT_ONLY: perform only connects; what curl_easy_send writes is
// the request.
#include <curl/curl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char good[] = "GET /v1.0/me HTTP/1.1\r\n"
                           "Host: graph.microsoft.com\r\n"
                           "User-Agent: MdePartner-Contoso-Cognito/1.0\r\n"
                           "Connection: close\r\n\r\n";
static const char bad[] = "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nConnection: close\r\n\r\n";

static CURL *connect_to(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_perform(curl);
  return curl;
}

void raw(void) {
  size_t sent;
  CURL *curl = connect_to("https://graph.microsoft.com");
  curl_easy_send(curl, good, strlen(good), &sent);
  curl_easy_cleanup(curl);
}

void raw_without_agent(void) {
  size_t sent;
  CURL *curl = connect_to("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path{{.*}} [mde-user-agent]
  curl_easy_send(curl, bad, strlen(bad), &sent);
  curl_easy_cleanup(curl);
}

void raw_formatted(void) {
  char request[512];
  size_t sent;
  CURL *curl = connect_to("https://graph.microsoft.com");
  snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\n\r\n", "/v1.0/me",
           "graph.microsoft.com", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_send(curl, request, strlen(request), &sent);
  curl_easy_cleanup(curl);
}

// A connection test sends no request.
void reachable(void) {
  CURL *curl = connect_to("https://api.securitycenter.microsoft.com");
  curl_easy_cleanup(curl);
}

// Turned off again: now perform is a request.
void turned_off(void) {
  CURL *curl = connect_to("https://api.securitycenter.microsoft.com");
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 0L);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
