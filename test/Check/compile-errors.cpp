// RUN: not %mde-tidy --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// RUN: not %clang-tidy --load=%plugin --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file that does not compile: clang's errors, and our findings in what is left.
#include <curl/curl.h>

// CHECK-DAG: :[[@LINE+1]]:23: error: use of undeclared identifier 'missing' [clang-diagnostic-error]
int broken() { return missing + 1; }

void get() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK-DAG: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}
