// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Other hosts: nobody's business, whatever their User-Agent.
#include <curl/curl.h>
#include <stddef.h>

static void get(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Tokens are asked for without the partner's User-Agent.
void token_hosts(void) {
  get("https://login.microsoftonline.com/common/oauth2/v2.0/token", NULL);
  get("https://login.microsoftonline.us/common/oauth2/v2.0/token", "contoso/1.0");
  get("https://login.windows.net/common/oauth2/token", NULL);
}

void others(void) {
  get("https://www.contoso.example/", NULL);
  get("http://127.0.0.1:8080/graph.microsoft.com", NULL);
  get("http://[::1]/api.securitycenter.microsoft.com", NULL);
  get("localhost:3000/v1.0/me", NULL);
  get("file:///etc/graph.microsoft.com", NULL);
}

void no_url_at_all(void) {
  CURL *curl = curl_easy_init();
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void target(void) {
  get("https://graph.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me", "contoso/1.0");
}
