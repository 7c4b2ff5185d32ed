// RUN: %check-doors %s -- -std=c++17 -isystem %S/Inputs/system
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -isystem %S/Inputs/system -DONLY_UNSEEN
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constants of a header outside the project were taken for zero: a false alarm.
#include <curl/curl.h>
#include <product_names.h>

static void go(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // ALL: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}}product::changeable{{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

#ifndef ONLY_UNSEEN
void constants() {
  go(product::Names::kMember);
  go(product::NamesOf<int>::kMember);
  go(product::kInline);
  go(product::kArray);
  go(product::kText.c_str());
  if (product::kAnonymous)
    go(nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  go(product::kMalformed);
}
#endif

// What the library makes of its variable is not known.
void variable() {
  go(product::changeable);
}
