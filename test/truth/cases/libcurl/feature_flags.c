// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Correlated flags: who is allowed to send is who was identified before.
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>

typedef struct {
  bool defender;
  bool dry_run;
  bool verbose;
  const char *tenant;
} options_t;

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static void apply(CURL *curl, const options_t *options) {
  static char agent[96];
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, discard);
  if (options->defender) {
    strcpy(agent, "MdePartner-Contoso-Flags");
    strncat(agent, "/1.0.", sizeof agent - strlen(agent) - 1);
    strncat(agent, truth_text("build", "77"), sizeof agent - strlen(agent) - 1);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  }
  if (options->verbose)
    fprintf(stderr, "tenant %s\n", options->tenant);
}

static CURLcode send_to(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
  return curl_easy_perform(curl);
}

int main(void) {
  options_t options;
  CURL *curl;
  CURLcode code = CURLE_OK;

  options.defender = truth_flag("defender");
  options.dry_run = truth_flag("dry run");
  options.verbose = truth_flag("verbose");
  options.tenant = truth_text("tenant", "contoso");

  curl_global_init(CURL_GLOBAL_DEFAULT);
  curl = curl_easy_init();
  if (!curl)
    return 1;
  apply(curl, &options);

  if (options.defender && !options.dry_run)
    code = send_to(curl, "https://api.securitycenter.microsoft.com/api/alerts/L_guarded"); /* label: guarded */
  if (!options.defender)
    code = send_to(curl, "https://siem.contoso.example/events/L_siem"); /* label: siem */
  if (code == CURLE_OK && options.verbose)
    code = send_to(curl, "https://api.securitycenter.microsoft.com/api/exposure/L_unguarded"); /* label: unguarded */
  if (options.dry_run && options.defender)
    code = send_to(curl, "https://api.securitycenter.microsoft.com/api/dry/L_dry"); /* label: dry */
  if (false)
    code = send_to(curl, "https://api.securitycenter.microsoft.com/api/old/L_never"); /* label: never */

  curl_easy_cleanup(curl);
  curl_global_cleanup();
  return code;
}
