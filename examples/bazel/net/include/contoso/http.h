// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <curl/curl.h>
#include <string>

namespace contoso {

/// Gets \p url as \p agent.
void get(const std::string &url, const std::string &agent);

/// Whether a host answers at all.
inline bool reachable(const std::string &host) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, ("https://" + host + "/").c_str());
  curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  CURLcode code = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return code == CURLE_OK;
}

} // namespace contoso
