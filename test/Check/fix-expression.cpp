// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.UserAgentExpression: 'contoso::userAgent()'}}" -- -std=c++17
// RUN: %mde-tidy --checks=-*,mde-user-agent --warnings-as-errors=* %t.doors/mde-tidy-fix-expression.cpp -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The value is an expression of the project.
#include <curl/curl.h>

namespace contoso {
inline const char *userAgent() { return "MdePartner-Contoso-Cognito/2.1"; }
} // namespace contoso

void missing() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK-FIXES: {{^}}  curl_easy_setopt(curl, CURLOPT_USERAGENT, contoso::userAgent());
  // CHECK-FIXES-NEXT: {{^}}  curl_easy_perform(curl);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}

static void identify(CURL *curl, const char *agent) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
}

void argument() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK-FIXES: {{^}}  identify(curl, contoso::userAgent());
  identify(curl, "contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}
