// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// NOLINT works at the place of a finding, and only there.
#include <curl/curl.h>

static void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void here() {
  get("https://graph.microsoft.com/v1.0/me"); // NOLINT(mde-user-agent): the mock does not care
  // NOLINTNEXTLINE(mde-user-agent)
  get("https://graph.microsoft.us/v1.0/me");
  // NOLINTBEGIN(mde-*)
  get("https://api.security.microsoft.com/api/incidents");
  // NOLINTEND(mde-*)
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me"); // NOLINT(bugprone-use-after-move)
}
