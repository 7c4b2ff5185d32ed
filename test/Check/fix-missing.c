// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '2.1'}}" -- -std=gnu17
// RUN: %mde-tidy --checks=-*,mde-user-agent --warnings-as-errors=* %t.doors/mde-tidy-fix-missing.c -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In C; a member of a parameter is a name of the request, too.
#include <curl/curl.h>

struct client {
  CURL *curl;
};

static int fetch(struct client *self) {
  // CHECK-FIXES: {{^}}  curl_easy_setopt(self->curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
  // CHECK-FIXES-NEXT: {{^}}  return curl_easy_perform(self->curl) == CURLE_OK;
  return curl_easy_perform(self->curl) == CURLE_OK;
}

void get(void) {
  struct client client = {curl_easy_init()};
  curl_easy_setopt(client.curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  fetch(&client);
}
