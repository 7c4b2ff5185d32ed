// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file that does not compile: clang's errors, and the findings in what could
// be read.
#include <curl/curl.h>

void before() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void broken() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: use of undeclared identifier 'undeclared'
  undeclared.get("https://graph.microsoft.com/v1.0/me");
}

void after() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
