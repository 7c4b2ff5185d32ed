// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of what functions on texts yield: `holds` sends a good User-Agent where its
// condition is true and none otherwise, so that nothing is said of a condition that is
// known to hold; `missing` shows that the end of a function is reached. Run (-DRUN), each
// condition is asserted.
#ifndef MDE_TEST_HOLDS_H
#define MDE_TEST_HOLDS_H
#ifdef RUN
#include <cassert>
#define holds(condition) assert((condition))
#define missing() (void)0
#else
#include <curl/curl.h>
static void go(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
#define holds(condition) go((condition) ? "MdePartner-Contoso-Cognito/1.0" : "")
#define missing() go("")
#endif
#endif
