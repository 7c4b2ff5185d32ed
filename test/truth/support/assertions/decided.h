// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An assertion becomes a request: to which host it goes says how the checker
// decides the condition.
#include <curl/curl.h>

static inline void mdeDecided(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

#define MDE_VERIFY(condition)                                                                                          \
  do {                                                                                                                 \
    if (condition) {                                                                                                   \
      mdeDecided("https://holds/");                                                                                    \
    } else {                                                                                                           \
      mdeDecided("https://fails/");                                                                                    \
      __builtin_abort();                                                                                               \
    }                                                                                                                  \
  } while (false)
