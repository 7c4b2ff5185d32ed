// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Plugins register themselves in an array; the core drives them. The agent is a
// global that the core fills once the first plugin has already run.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <truth/choice.h>

#define MAX_PLUGINS 4

struct core;

struct plugin {
  const char *name;
  int (*init)(struct core *);
  int (*poll)(struct core *);
};

struct core {
  CURL *curl;
  const struct plugin *plugins[MAX_PLUGINS];
  int count;
};

static char user_agent[80];

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static int core_get(struct core *core, const char *url) {
  curl_easy_reset(core->curl);
  curl_easy_setopt(core->curl, CURLOPT_URL, url);
  curl_easy_setopt(core->curl, CURLOPT_WRITEFUNCTION, discard);
  if (user_agent[0] != '\0')
    curl_easy_setopt(core->curl, CURLOPT_USERAGENT, user_agent);
  return curl_easy_perform(core->curl) == CURLE_OK ? 0 : -1;
}

static int core_register(struct core *core, const struct plugin *plugin) {
  if (core->count == MAX_PLUGINS)
    return -1;
  core->plugins[core->count++] = plugin;
  return plugin->init ? plugin->init(core) : 0;
}

static int defender_init(struct core *core) {
  return core_get(core, "https://api.securitycenter.microsoft.com/api/L_probe"); /* label: probe */
}
static int defender_poll(struct core *core) {
  return core_get(core, "https://api.securitycenter.microsoft.com/api/alerts/L_defender"); /* label: defender */
}
static int graph_poll(struct core *core) {
  return core_get(core, "https://graph.microsoft.com/v1.0/security/alerts_v2/L_graph"); /* label: graph */
}
static int siem_init(struct core *core) {
  return core_get(core, "https://siem.contoso.example/L_siem"); /* label: siem */
}

static const struct plugin defender = {"defender", defender_init, defender_poll};
static const struct plugin graph = {"graph", NULL, graph_poll};
static const struct plugin siem = {"siem", siem_init, NULL};

static void set_agent(const char *product, int major) {
  strcpy(user_agent, "MdePartner-Contoso-");
  strcat(user_agent, product);
  snprintf(user_agent + strlen(user_agent), sizeof user_agent - strlen(user_agent), "/%d.0", major);
}

int main(void) {
  struct core core = {0};
  int i, errors = 0;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  core.curl = curl_easy_init();
  if (!core.curl)
    return EXIT_FAILURE;
  errors += core_register(&core, &defender) != 0;
  if (truth_flag("siem"))
    errors += core_register(&core, &siem) != 0;
  errors += core_register(&core, &graph) != 0;
  set_agent("Plugins", 3);
  for (i = 0; i < core.count; i++)
    if (core.plugins[i]->poll)
      errors += core.plugins[i]->poll(&core) != 0;
  curl_easy_cleanup(core.curl);
  curl_global_cleanup();
  return errors;
}
