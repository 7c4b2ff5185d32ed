// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CONTOSO_HTTP_H
#define CONTOSO_HTTP_H

#include <curl/curl.h>
#include <string>
#include <utility>

namespace contoso {

class Http {
public:
  explicit Http(std::string agent = {}) : agent_(std::move(agent)) {}
  bool get(const std::string &url) const {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    if (!agent_.empty())
      curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
    const bool ok = curl_easy_perform(curl) == CURLE_OK;
    curl_easy_cleanup(curl);
    return ok;
  }

private:
  std::string agent_;
};

inline bool fetch(const std::string &url) { return Http().get(url); }

} // namespace contoso

#endif
