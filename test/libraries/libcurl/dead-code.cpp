// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code that never runs sends nothing.
#include <curl/curl.h>

static const char kUrl[] = "https://graph.microsoft.com/v1.0/me";
static constexpr bool kLegacy = false;

static void neverCalled() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Called, but only by one that is not.
static void calledByTheDead() { neverCalled(); }

void constantConditions() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (false)
    curl_easy_perform(curl);
  if (kLegacy)
    curl_easy_perform(curl);
  if constexpr (sizeof(int) == 1)
    curl_easy_perform(curl);
  while (0)
    curl_easy_perform(curl);
  for (int i = 0; i < 0; ++i)
    curl_easy_perform(curl);
  kLegacy && curl_easy_perform(curl);
#if 0
  curl_easy_perform(curl);
#endif
#ifdef CONTOSO_LEGACY
  curl_easy_perform(curl);
#endif
  (void)sizeof(curl_easy_perform(curl));
  curl_easy_cleanup(curl);
  return;
  curl_easy_perform(curl);
}

[[noreturn]] static void fail() { throw 1; }
void afterANoreturn() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  fail();
  curl_easy_perform(curl);
}

// The condition is false in every context that there is.
static void maybe(bool send) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (send)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void dry() { maybe(false); }

// Not dead: a conversion and a constant that holds.
void alive() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!kLegacy)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
