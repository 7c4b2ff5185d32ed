// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Options that change nothing about the User-Agent or the host.
#include <curl/curl.h>
#include <stdio.h>

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data;
  (void)user;
  return size * count;
}

static void common(CURL *curl, CURLSH *share, char *error) {
  curl_easy_setopt(curl, CURLOPT_SHARE, share);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "http://proxy.contoso.example:3128");
  curl_easy_setopt(curl, CURLOPT_REFERER, "https://contoso.example/");
  curl_easy_setopt(curl, CURLOPT_COOKIE, "User-Agent=contoso");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "User-Agent: contoso/1.0");
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PATCH");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, discard);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, (void *)curl);
  curl_easy_setopt(curl, CURLOPT_PRIVATE, (void *)"MdePartner-Contoso-Cognito/1.0");
}

int main(void) {
  char error[CURL_ERROR_SIZE] = "";
  struct curl_slist *proxy = curl_slist_append(NULL, "User-Agent: proxy/1.0");
  CURLSH *share = curl_share_init();
  CURL *good = curl_easy_init(), *bad = curl_easy_init();
  curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);

  curl_easy_setopt(good, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts/1");
  curl_easy_setopt(good, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  common(good, share, error);
  curl_easy_setopt(good, CURLOPT_PROXYHEADER, proxy);
  if (curl_easy_perform(good) != CURLE_OK)
    fprintf(stderr, "%s\n", error);

  curl_easy_setopt(bad, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts/1");
  common(bad, share, error);
  // CHECK: :[[@LINE+1]]:7: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  if (curl_easy_perform(bad) != CURLE_OK)
    fprintf(stderr, "%s\n", error);

  curl_slist_free_all(proxy);
  curl_easy_cleanup(good);
  curl_easy_cleanup(bad);
  curl_share_cleanup(share);
  return 0;
}
