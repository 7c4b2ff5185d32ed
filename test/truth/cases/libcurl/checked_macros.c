// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Options through macros that check, a version from macros, and two products in
// one file that share a helper.
#include <curl/curl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <truth/choice.h>

#define STRINGIFY2(x) #x
#define STRINGIFY(x) STRINGIFY2(x)
#define VERSION_MAJOR 4
#define VERSION_MINOR 11
#define VERSION STRINGIFY(VERSION_MAJOR) "." STRINGIFY(VERSION_MINOR)

#define PARTNER_AGENT(product) "MdePartner-Wingtip-" product "/" VERSION

#define MUST(call)                                                                                                     \
  do {                                                                                                                 \
    CURLcode must_code = (call);                                                                                       \
    if (must_code != CURLE_OK)                                                                                         \
      die("%s: %s", #call, curl_easy_strerror(must_code));                                                             \
  } while (0)

#define SET(curl, option, value) MUST(curl_easy_setopt((curl), CURLOPT_##option, (value)))

#ifdef WINGTIP_TELEMETRY
#define TELEMETRY_AGENT PARTNER_AGENT("Telemetry")
#else
#define TELEMETRY_AGENT "wingtip-telemetry " VERSION
#endif

static void die(const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  vfprintf(stderr, format, rest);
  va_end(rest);
  fputc('\n', stderr);
  exit(70);
}

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static void get(const char *agent, const char *format, ...) {
  char url[300];
  va_list rest;
  CURL *curl = curl_easy_init();
  if (!curl)
    die("no handle");
  va_start(rest, format);
  vsnprintf(url, sizeof url, format, rest);
  va_end(rest);
  SET(curl, URL, url);
  SET(curl, WRITEFUNCTION, discard);
  if (agent)
    SET(curl, USERAGENT, agent);
  MUST(curl_easy_perform(curl));
  curl_easy_cleanup(curl);
}

int main(void) {
  const char *const api = "https://api-eu.securitycenter.microsoft.com/api";
  curl_global_init(CURL_GLOBAL_DEFAULT);
  get(PARTNER_AGENT("Sync"), "%s/machines/L_sync?$top=%d", api, 20);         /* label: sync */
  get(TELEMETRY_AGENT, "%s/alerts/%s?id=%s", api, "L_telemetry", "7");       /* label: telemetry */
  get(NULL, "https://%s.contoso.example/%s", "updates", "L_updates");        /* label: updates */
  if (truth_flag("no agent"))
    get(NULL, "%s/users/%s", api, "L_users");                                /* label: users */
  get("MdePartner-Wingtip-" VERSION, "%s/files/%s", api, "L_no_product");    /* label: no_product */
  curl_global_cleanup();
  return 0;
}
