// RUN: %check-doors %s --prefix=DEFINED -- -std=gnu17 '-DURL="https://graph.microsoft.com/v1.0/me"'
// RUN: %check-doors %s --prefix=SHORT --config="{CheckOptions: {mde-user-agent.TargetHosts: mock}}" -- -std=gnu17 '-DURL="http://mock:8080/"'
// RUN: %check-doors %s --prefix=NOTHING -- -std=gnu17 '-DURL="http://mock:8080/"'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// No header of the library is included, and the host stands on the command line,
// or is a name too short to be looked for.
#include "Inputs/declared-curl.h"

void get(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, 10002, URL);
  // DEFINED: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SHORT: :[[@LINE+1]]:3: warning: request to mock is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}
