// RUN: split-file %s %t
// RUN: %mde-tidy --quiet --checks=-*,mde-user-agent %t/app/client.cpp -- -std=c++17 -I%t 2>&1 | count 0
// RUN: %mde-tidy --quiet --checks=-*,mde-user-agent --config="{CheckOptions: {mde-user-agent.UserCode: '*/app/*;*/vendor/ours/*'}}" %t/app/client.cpp -- -std=c++17 -I%t | FileCheck %t/app/client.cpp
// RUN: %mde-tidy --quiet --checks=-*,mde-user-agent --config="{CheckOptions: {mde-user-agent.UserCode: '*/app/*;*/vendor/*;!*/ours/*'}}" %t/app/client.cpp -- -std=c++17 -I%t 2>&1 | count 0
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What lies in a vendor folder is followed into when UserCode says so.
//--- vendor/ours/hosts.h
inline const char *graph() { return "https://graph.microsoft.com/v1.0/me"; }
//--- app/client.cpp
#include "vendor/ours/hosts.h"
#include <curl/curl.h>
void get() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, graph());
  // CHECK: client.cpp:[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without
  curl_easy_perform(curl);
}
