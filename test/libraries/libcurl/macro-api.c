// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libcurl behind macros.
#include <curl/curl.h>

#define SET(option, value) curl_easy_setopt(curl, CURLOPT_##option, value)
#define TRY(call)                                                                                                      \
  do {                                                                                                                 \
    if ((call) != CURLE_OK)                                                                                            \
      goto done;                                                                                                       \
  } while (0)
#define GET(url)                                                                                                       \
  do {                                                                                                                 \
    CURL *curl = curl_easy_init();                                                                                     \
    SET(URL, url);                                                                                                     \
    curl_easy_perform(curl);                                                                                           \
    curl_easy_cleanup(curl);                                                                                           \
  } while (0)
#define GRAPH "https://graph.microsoft.com/"
#define GRAPH_PATH(path) GRAPH "v1.0/" #path

void options(void) {
  CURL *curl = curl_easy_init();
  SET(URL, GRAPH_PATH(me));
  SET(USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  TRY(curl_easy_perform(curl));
  SET(USERAGENT, "contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  TRY(curl_easy_perform(curl));
done:
  curl_easy_cleanup(curl);
}

// All of it is in a macro: the place is where it is used.
void whole_request(void) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  GET(GRAPH_PATH(me));
  GET("https://siem.contoso.example/");
}
