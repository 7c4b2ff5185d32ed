// RUN: split-file %s %t
// RUN: %mde-tidy --quiet --checks=-*,mde-user-agent %t/sends.cpp -- -std=c++17 | FileCheck %t/sends.cpp
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The host stands in one header, the library is included by another.
//--- hosts.h
inline const char *host() { return "https://graph.microsoft.com/v1.0/me"; }
//--- http.h
#include <curl/curl.h>
//--- sends.cpp
#include "hosts.h"
#include "http.h"
void get() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, host());
  // CHECK: sends.cpp:[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without
  curl_easy_perform(curl);
}
