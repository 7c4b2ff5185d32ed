// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A template handle is made once; workers duplicate it. One of them duplicates
// too early, another sets the list of headers to one that takes the agent away.
#include <curl/curl.h>
#include <curl/mprintf.h>
#include <stdio.h>
#include <stdlib.h>
#include <truth/choice.h>

static const char *const base = "https://api.securitycenter.windows.com";

static size_t count_bytes(char *data, size_t size, size_t count, void *user) {
  (void)data;
  *(size_t *)user += size * count;
  return size * count;
}

static CURL *make_template(size_t *bytes) {
  CURL *template = curl_easy_init();
  if (!template)
    abort();
  curl_easy_setopt(template, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(template, CURLOPT_WRITEFUNCTION, count_bytes);
  curl_easy_setopt(template, CURLOPT_WRITEDATA, bytes);
  return template;
}

static CURLcode fetch(CURL *easy, const char *path) {
  char *url = curl_maprintf("%s%s", base, path);
  CURLcode code;
  curl_easy_setopt(easy, CURLOPT_URL, url);
  code = curl_easy_perform(easy);
  if (code != CURLE_OK)
    fprintf(stderr, "%s: %s\n", url, curl_easy_strerror(code));
  curl_free(url);
  return code;
}

int main(void) {
  size_t bytes = 0;
  CURL *template, *early, *worker, *silent;
  struct curl_slist *headers = NULL;

  curl_global_init(CURL_GLOBAL_DEFAULT);
  template = make_template(&bytes);
  early = curl_easy_duphandle(template);
  curl_easy_setopt(template, CURLOPT_USERAGENT, "MdePartner-Tailspin-Sweeper/12");
  worker = curl_easy_duphandle(template);
  silent = curl_easy_duphandle(worker);

  fetch(worker, "/api/machines/L_worker");     /* label: worker */
  fetch(early, "/api/machines/L_early");       /* label: early */

  headers = curl_slist_append(headers, "Accept: application/json");
  if (truth_flag("anonymous"))
    headers = curl_slist_append(headers, "User-Agent:");
  curl_easy_setopt(silent, CURLOPT_HTTPHEADER, headers);
  fetch(silent, "/api/users/L_silent");        /* label: silent */

  curl_easy_setopt(silent, CURLOPT_HTTPHEADER, NULL);
  fetch(silent, "/api/users/L_again");         /* label: again */

  curl_easy_reset(worker);
  curl_easy_setopt(worker, CURLOPT_WRITEFUNCTION, count_bytes);
  curl_easy_setopt(worker, CURLOPT_WRITEDATA, &bytes);
  fetch(worker, "/api/files/L_after_reset");   /* label: after_reset */

  curl_slist_free_all(headers);
  curl_easy_cleanup(silent);
  curl_easy_cleanup(worker);
  curl_easy_cleanup(early);
  curl_easy_cleanup(template);
  curl_global_cleanup();
  printf("%zu bytes\n", bytes);
  return 0;
}
