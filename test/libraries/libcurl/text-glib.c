// RUN: %check-doors %s -- -std=gnu17 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// g_strdup_printf, g_strconcat, g_strdup, GString.
#include <curl/curl.h>
#include <glib.h>

static void request(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void by_printf(void) {
  gchar *url = g_strdup_printf("https://%s/v%d.0/me", "graph.microsoft.com", 1);
  gchar *good = g_strdup_printf("MdePartner-%s-%s/%s", "Contoso", "Cognito", "1.0");
  gchar *bad = g_strdup_printf("%s-%s", "Contoso", "Cognito");
  request(url, good);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(url, bad);
  g_free(bad);
  g_free(good);
  g_free(url);
}

void by_concatenation(void) {
  gchar *url = g_strconcat("https://", "graph.microsoft.com", "/v1.0/me", NULL);
  gchar *good = g_strconcat("MdePartner-", "Contoso-", "Cognito", "/1.0", NULL);
  gchar *bad = g_strconcat("Contoso-", "Cognito", NULL);
  request(url, good);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(url, bad);
  g_free(bad);
  g_free(good);
  g_free(url);
}

void released(void) {
  g_autofree gchar *agent = g_strdup("MdePartner-Contoso-Cognito/1.0");
  request("https://graph.microsoft.com/v1.0/me", agent);
}
