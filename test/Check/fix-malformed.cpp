// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '2.1'}}" -- -std=c++17
// RUN: %mde-tidy --checks=-*,mde-user-agent --warnings-as-errors=* %t.doors/mde-tidy-fix-malformed.cpp -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A malformed value is replaced where it is written.
#include <curl/curl.h>
#include <string>

// CHECK-FIXES: static const char kAgent[] = "MdePartner-Contoso-Cognito/2.1";
static const char kAgent[] = "contoso/1.0";

void constant() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

void headerLine() {
  CURL *curl = curl_easy_init();
  // CHECK-FIXES: curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/2.1");
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdatpPartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdatpPartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: begins with the former prefix 'MdatpPartner-'; it is now 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

extern bool preview();
void both() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK-FIXES: curl_easy_setopt(curl, CURLOPT_USERAGENT, preview() ? "MdePartner-Contoso-Cognito/2.1" : R"(MdePartner-Contoso-Cognito/2.1)");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, preview() ? "cognito-preview" : R"(cognito)");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito{{(-preview)?}}' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}
