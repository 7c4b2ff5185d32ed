// RUN: %check-doors %s -- -std=gnu17 -DVERSION=\"1.4.2\"
// RUN: %check-doors %s --prefix=NONE -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The agent is compiled in only where the build names a version.
#include <curl/curl.h>

int fetch(void) {
  CURL *curl = curl_easy_init();
  int rc;
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
#ifdef VERSION
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/" VERSION);
#endif
  // NONE: :[[@LINE+1]]:8: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}
