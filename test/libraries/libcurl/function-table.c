// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A struct of function pointers between the program and libcurl.
#include <curl/curl.h>
#include <stddef.h>

struct transport {
  const char *name;
  void (*identify)(CURL *);
  CURLcode (*send)(CURL *);
};

static void partner(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
static void nobody(CURL *curl) { (void)curl; }
static CURLcode once(CURL *curl) { return curl_easy_perform(curl); }
static CURLcode dry(CURL *curl) {
  (void)curl;
  return CURLE_OK;
}

static const struct transport transports[] = {
    {"partner", partner, once},
    {"plain", nobody, once},
    {"dry", nobody, dry},
    {"raw", NULL, curl_easy_perform},
};

static CURLcode get(const struct transport *transport, const char *url) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (transport->identify)
    transport->identify(curl);
  rc = transport->send(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void callers(void) {
  get(&transports[0], "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(&transports[1], "https://graph.microsoft.com/v1.0/me");
  get(&transports[1], "https://siem.contoso.example/");
  get(&transports[2], "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(&transports[3], "https://graph.microsoft.com/v1.0/me");
}

// Filled in when the program starts.
static struct transport chosen;
static void choose(int partner_mode) {
  chosen.send = once;
  chosen.identify = partner_mode ? partner : nobody;
}
void chosen_partner(void) {
  choose(1);
  get(&chosen, "https://graph.microsoft.com/v1.0/me");
  choose(0);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(&chosen, "https://graph.microsoft.com/v1.0/me");
}
