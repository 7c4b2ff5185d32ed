// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The multi interface in C, with a helper that adds.
#include <curl/curl.h>
#include <stddef.h>

static CURL *add(CURLM *multi, const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_multi_add_handle(multi, curl);
  return curl;
}

int main(void) {
  CURLM *multi = curl_multi_init();
  int running;
  CURL *a = add(multi, "https://graph.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:13: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  CURL *b = add(multi, "https://graph.microsoft.com/v1.0/users", NULL);
  CURL *c = add(multi, "https://siem.contoso.example/", NULL);
  do {
    if (curl_multi_perform(multi, &running) != CURLM_OK)
      break;
    curl_multi_wait(multi, NULL, 0, 1000, NULL);
  } while (running);
  curl_multi_remove_handle(multi, a);
  curl_multi_remove_handle(multi, b);
  curl_multi_remove_handle(multi, c);
  curl_easy_cleanup(a);
  curl_easy_cleanup(b);
  curl_easy_cleanup(c);
  curl_multi_cleanup(multi);
  return 0;
}
