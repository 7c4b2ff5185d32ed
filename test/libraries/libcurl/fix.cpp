// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Fix-its insert the User-Agent before the send, or replace the malformed one.
#include <curl/curl.h>

void inserted() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES: curl_easy_perform(curl);

void replaced() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: curl_easy_perform(curl);

// The handle has another name.
void otherName() {
  CURL *request = curl_easy_init();
  curl_easy_setopt(request, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:23: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  const CURLcode rc = curl_easy_perform(request);
  curl_easy_cleanup(request);
  (void)rc;
}
// CHECK-FIXES: void otherName()
// CHECK-FIXES: curl_easy_setopt(request, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES: const CURLcode rc = curl_easy_perform(request);
