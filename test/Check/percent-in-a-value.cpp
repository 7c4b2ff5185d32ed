// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands in a message as a percent sign stays one.
#include <curl/curl.h>

void get() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me?filter=a%20b");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-%0/%s");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-%0/%s' of the request to graph.microsoft.com is malformed: still holds the placeholder '%s' [mde-user-agent]
  curl_easy_perform(curl);
  // CHECK: note: the URL is set to 'https://graph.microsoft.com/v1.0/me?filter=a%20b' here
  curl_easy_cleanup(curl);
}
