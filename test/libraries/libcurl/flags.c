// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Flags in C: an options struct by value and by pointer, designated initialisers.
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

struct options {
  const char *url;
  const char *agent;
  bool verbose;
  struct {
    long seconds;
    bool identify;
  } more;
};

static void by_value(struct options o) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, o.url);
  if (o.agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, o.agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void by_pointer(const struct options *o) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, o->url);
  if (o->more.identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void designated(void) {
  struct options good = {.url = "https://graph.microsoft.com/v1.0/me", .agent = "MdePartner-Contoso-Cognito/1.0"};
  struct options bad = {.url = "https://graph.microsoft.com/v1.0/me", .verbose = true};
  by_value(good);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  by_value(bad);
}

void compound_literal(void) {
  by_pointer(&(struct options){.url = "https://graph.microsoft.com/v1.0/me", .more = {.identify = true}});
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  by_pointer(&(struct options){.url = "https://graph.microsoft.com/v1.0/me", .more.seconds = 30});
}

void copied_then_changed(void) {
  struct options base = {.url = "https://graph.microsoft.com/v1.0/me", .agent = "MdePartner-Contoso-Cognito/1.0"};
  struct options copy = base;
  copy.agent = NULL;
  by_value(base);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  by_value(copy);
}

// A changed copy in the callee does not change the caller's.
static void forget_agent(struct options o) {
  o.agent = NULL;
  o.url = "https://siem.contoso.example/";
  by_value(o);
}
void argument_by_value(void) {
  struct options o = {.url = "https://graph.microsoft.com/v1.0/me", .agent = "MdePartner-Contoso-Cognito/1.0"};
  forget_agent(o);
  by_value(o);
}
