// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CLIENT_H
#define CLIENT_H
#include <curl/curl.h>

inline CURLcode fetchMe() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

#endif
