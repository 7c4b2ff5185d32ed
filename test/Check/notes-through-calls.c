// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In C: the calls between the place and the send.
#include <curl/curl.h>

static void identify(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso/1.0"); }
static CURLcode perform(CURL *curl) { return curl_easy_perform(curl); }
static CURLcode deliver(CURL *curl) { return perform(curl); }

// CHECK: :[[@LINE+11]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
// CHECK-NEXT: :[[@LINE+7]]:16: note: the request is made here
// CHECK-NEXT: :[[@LINE+7]]:3: note: the URL is set to 'https://graph.microsoft.com/v1.0/me' here
// CHECK-NEXT: :[[@LINE+7]]:3: note: 'identify' is called here
// CHECK-NEXT: :[[@LINE-8]]:36: note: the User-Agent is set to 'contoso/1.0' here
// CHECK-NEXT: :[[@LINE-7]]:46: note: 'perform' is called here
// CHECK-NEXT: :[[@LINE-9]]:46: note: the request leaves here
void get(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  identify(curl);
  deliver(curl);
  curl_easy_cleanup(curl);
}
