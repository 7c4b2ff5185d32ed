// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A command-line tool with a table of commands, each with its flags.
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>

#define FLAG_IDENTIFY 0x1u
#define FLAG_JSON 0x2u
#define FLAG_POST 0x4u

struct context {
  CURL *curl;
  const char *agent;
  unsigned failures;
};

typedef int (*command_fn)(struct context *, const char *url, unsigned flags);

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static int run_request(struct context *context, const char *url, unsigned flags) {
  struct curl_slist *headers = NULL;
  CURLcode code;

  curl_easy_reset(context->curl);
  curl_easy_setopt(context->curl, CURLOPT_URL, url);
  curl_easy_setopt(context->curl, CURLOPT_WRITEFUNCTION, discard);
  if (flags & FLAG_IDENTIFY)
    curl_easy_setopt(context->curl, CURLOPT_USERAGENT, context->agent);
  if (flags & FLAG_JSON)
    headers = curl_slist_append(headers, "Accept: application/json");
  if (flags & FLAG_POST)
    curl_easy_setopt(context->curl, CURLOPT_POSTFIELDS, "{}");
  if (headers)
    curl_easy_setopt(context->curl, CURLOPT_HTTPHEADER, headers);
  code = curl_easy_perform(context->curl);
  curl_slist_free_all(headers);
  if (code != CURLE_OK) {
    fprintf(stderr, "%s\n", curl_easy_strerror(code));
    context->failures++;
  }
  return code == CURLE_OK ? 0 : 1;
}

static int isolate(struct context *context, const char *url, unsigned flags) {
  char target[256];
  snprintf(target, sizeof target, "%s/%s/isolate/L_isolate", url, truth_text("machine", "a1b2c3")); /* label: isolate */
  return run_request(context, target, flags | FLAG_POST);                                          /* label: isolate */
}

static int say_version(struct context *context, const char *url, unsigned flags) {
  (void)flags;
  printf("%s, talks to %s\n", context->agent, url);
  return 0;
}

static const struct command {
  const char *name;
  const char *url;
  unsigned flags;
  command_fn run;
} commands[] = {
    {"alerts", "https://api.securitycenter.microsoft.com/api/alerts/L_alerts", FLAG_IDENTIFY | FLAG_JSON, run_request}, /* label: alerts */
    {"machines", "https://api.securitycenter.microsoft.com/api/machines/L_machines", FLAG_JSON, run_request}, /* label: machines */
    {"isolate", "https://api.securitycenter.microsoft.com/api/machines", FLAG_IDENTIFY, isolate},
    {"updates", "https://updates.contoso.example/L_updates", 0, run_request}, /* label: updates */
    {"version", "https://api.securitycenter.microsoft.com", 0, say_version},
};

int main(void) {
  struct context context = {NULL, "MdePartner-Contoso-Cli/0.3", 0};
  const char *wanted[] = {"alerts", "machines", "isolate", "updates", "version"};
  const char *name = wanted[truth_choice("command", 5) % 5];
  size_t i;
  int status = 2;

  curl_global_init(CURL_GLOBAL_DEFAULT);
  context.curl = curl_easy_init();
  for (i = 0; i < sizeof commands / sizeof *commands; ++i)
    if (strcmp(commands[i].name, name) == 0)
      status = commands[i].run(&context, commands[i].url, commands[i].flags); /* label: alerts, machines, updates */
  curl_easy_cleanup(context.curl);
  curl_global_cleanup();
  return status;
}
