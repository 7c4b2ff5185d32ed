// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// NOLINT works as in clang-tidy.
#include <curl/curl.h>

static CURLcode get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  const CURLcode rc = curl_easy_perform(curl); // NOLINT(mde-user-agent): hides nothing, the place is the caller
  curl_easy_cleanup(curl);
  return rc;
}

void suppressed() {
  get("https://graph.microsoft.com/v1.0/me"); // NOLINT(mde-user-agent): a probe that Microsoft knows of
  // NOLINTNEXTLINE(mde-user-agent)
  get("https://graph.microsoft.com/v1.0/me");
  // NOLINTBEGIN(mde-user-agent)
  get("https://graph.microsoft.com/v1.0/me");
  // NOLINTEND(mde-user-agent)
  get("https://graph.microsoft.com/v1.0/me"); // NOLINT
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me"); // NOLINT(bugprone-*): another check's
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me");
}
