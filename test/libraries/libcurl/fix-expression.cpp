// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.UserAgentExpression: 'contoso::agent().c_str()'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// UserAgentExpression: what is inserted is an expression of the program's own.
#include <curl/curl.h>
#include <string>

namespace contoso {
static std::string agent() { return "MdePartner-Contoso-Cognito/1.0"; }
} // namespace contoso

void inserted() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: curl_easy_setopt(curl, CURLOPT_USERAGENT, contoso::agent().c_str());
// CHECK-FIXES: curl_easy_perform(curl);
