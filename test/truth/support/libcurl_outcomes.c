/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

   Makes the outcome of a transfer one more choice, for cases that say
   `TRUTH: outcomes`: the request goes out as ever, but the program may be told
   that it timed out, or of another status. Linked in with ld's --wrap. */
#include "choice_internal.h"
#include <curl/curl.h>
#undef curl_easy_getinfo
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

CURLcode __real_curl_easy_perform(CURL *easy);
CURLcode __real_curl_easy_getinfo(CURL *easy, CURLINFO info, ...);

static int wanted(const char *what) {
  const char *outcomes = getenv("TRUTH_OUTCOMES");
  return outcomes && strstr(outcomes, what);
}

CURLcode __wrap_curl_easy_perform(CURL *easy) {
  CURLcode code = __real_curl_easy_perform(easy);
  if (code == CURLE_OK && wanted("transfer") && truth_answer("transfer", 2))
    return CURLE_OPERATION_TIMEDOUT;
  return code;
}

CURLcode __wrap_curl_easy_getinfo(CURL *easy, CURLINFO info, ...) {
  static const long statuses[] = {200, 401, 429, 503};
  va_list rest;
  void *out;
  CURLcode code;
  va_start(rest, info);
  out = va_arg(rest, void *);
  va_end(rest);
  code = __real_curl_easy_getinfo(easy, info, out);
  if (code == CURLE_OK && info == CURLINFO_RESPONSE_CODE && wanted("status"))
    *(long *)out = statuses[truth_answer("status", 4)];
  return code;
}
