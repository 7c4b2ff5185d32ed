// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function of the program's own may have the name of one that everybody has.
// No request: " HTTP/1."
#include <curl/curl.h>
#include <sys/socket.h>

#define AGENT "MdePartner-Contoso-App/1.0"

static void send(CURL *curl) { curl_easy_perform(curl); }

void missing() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(curl);
  curl_easy_cleanup(curl);
}

void compliant() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, AGENT);
  send(curl);
  curl_easy_cleanup(curl);
}
const char *version() { return "GET / HTTP/1.1"; }
