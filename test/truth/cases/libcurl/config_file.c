// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An agent with a configuration: cloud, verbosity, product name. The names of
// product and version come from the file; the form is the program's.
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>

enum cloud { CLOUD_COMMERCIAL, CLOUD_GCC, CLOUD_DOD };

struct config {
  enum cloud cloud;
  bool legacy_agent;
  char product[64];
  char version[16];
};

struct agent {
  struct config config;
  CURL *curl;
  char user_agent[160];
};

static void read_config(struct config *config) {
  memset(config, 0, sizeof *config);
  switch (truth_choice("cloud", 3)) {
  case 0:
    config->cloud = CLOUD_COMMERCIAL;
    break;
  case 1:
    config->cloud = CLOUD_GCC;
    break;
  default:
    config->cloud = CLOUD_DOD;
  }
  config->legacy_agent = truth_flag("legacy") != 0;
  snprintf(config->product, sizeof config->product, "%s", truth_text("product", "Shield"));
  snprintf(config->version, sizeof config->version, "%s", truth_text("version", "8.1"));
}

static const char *graph_of(enum cloud cloud) {
  switch (cloud) {
  case CLOUD_GCC:
    return "https://graph.microsoft.us";
  case CLOUD_DOD:
    return "https://dod-graph.microsoft.us";
  default:
    return "https://graph.microsoft.com";
  }
}

static bool agent_open(struct agent *agent) {
  const struct config *config = &agent->config;
  agent->curl = curl_easy_init();
  if (!agent->curl)
    return false;
  if (config->legacy_agent)
    snprintf(agent->user_agent, sizeof agent->user_agent, "%s/%s (Contoso)", config->product, config->version);
  else
    snprintf(agent->user_agent, sizeof agent->user_agent, "MdePartner-Contoso-%s/%s", config->product, config->version);
  return true;
}

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static CURLcode agent_get(struct agent *agent, const char *path) {
  char url[512];
  snprintf(url, sizeof url, "%s%s", graph_of(agent->config.cloud), path);
  curl_easy_setopt(agent->curl, CURLOPT_URL, url);
  curl_easy_setopt(agent->curl, CURLOPT_WRITEFUNCTION, discard);
  curl_easy_setopt(agent->curl, CURLOPT_USERAGENT, agent->user_agent);
  return curl_easy_perform(agent->curl);
}

int main(void) {
  struct agent agent;
  CURLcode code;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  read_config(&agent.config);
  if (!agent_open(&agent))
    return 1;
  code = agent_get(&agent, "/v1.0/security/alerts_v2/L_alerts"); /* label: alerts */
  if (code == CURLE_OK && !agent.config.legacy_agent)
    code = agent_get(&agent, "/v1.0/security/incidents/L_incidents"); /* label: incidents */
  curl_easy_cleanup(agent.curl);
  curl_global_cleanup();
  return code;
}
