// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes tell the path, in the words of the page of the check.
#include <curl/curl.h>

extern bool identify();

static const char kUrl[] = "https://graph.microsoft.com/v1.0/me";

// CHECK: :[[@LINE+9]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
// CHECK-NEXT: :[[@LINE-3]]:28: note: the URL comes from here
// CHECK-NEXT: :[[@LINE+3]]:16: note: the request is made here
// CHECK-NEXT: :[[@LINE+3]]:3: note: the URL is set to 'https://graph.microsoft.com/v1.0/me' here
void oneSide() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify()) // CHECK-NEXT: :[[@LINE]]:7: note: taking the false branch
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); // CHECK-NEXT: :[[@LINE]]:5: note: the User-Agent is set here, but not on this path
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
