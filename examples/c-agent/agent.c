/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * A device agent in C: reports a heartbeat to the company, asks Defender for
 * the alerts of this machine, and tries again with a new token when the old
 * one has expired.
 *
 *   cc -o agent agent.c -lcurl
 *   mde-tidy agent.c --
 *
 * One of its requests goes to Defender without a User-Agent: the second attempt
 * in fetch_alerts, because curl_easy_reset took it away.
 */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef AGENT_VERSION
#define AGENT_VERSION "1.3"
#endif
#define AGENT_NAME "MdePartner-Contoso-DeviceAgent/" AGENT_VERSION
#define ALERTS_HOST "https://api.security.microsoft.com"
#define HEARTBEAT_URL "https://fleet.contoso.example/heartbeat"

struct buffer {
  char *data;
  size_t size;
};

static size_t collect(char *data, size_t size, size_t count, void *user) {
  struct buffer *buffer = user;
  size_t bytes = size * count;
  char *grown = realloc(buffer->data, buffer->size + bytes + 1);
  if (!grown)
    return 0;
  memcpy(grown + buffer->size, data, bytes);
  buffer->data = grown;
  buffer->size += bytes;
  grown[buffer->size] = '\0';
  return bytes;
}

/* The token that the enrolment service left for us, or a fresh one. */
static const char *read_token(int fresh) {
  const char *token = getenv(fresh ? "CONTOSO_FRESH_TOKEN" : "CONTOSO_TOKEN");
  return token ? token : "";
}

static struct curl_slist *authorization(const char *token) {
  char line[2048];
  snprintf(line, sizeof line, "Authorization: Bearer %s", token);
  return curl_slist_append(NULL, line);
}

/* To the company's own host, with a name of its own: not Microsoft's business. */
static int heartbeat(const char *machine) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  char body[256];
  if (!curl)
    return -1;
  snprintf(body, sizeof body, "{\"machine\":\"%s\",\"version\":\"%s\"}", machine, AGENT_VERSION);
  curl_easy_setopt(curl, CURLOPT_URL, HEARTBEAT_URL);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso-agent");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK ? 0 : -1;
}

static void configure(CURL *curl, const char *url, struct curl_slist *headers, struct buffer *buffer) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, buffer);
}

static int fetch_alerts(const char *machine, struct buffer *alerts) {
  int result = -1;
  long status = 0;
  char url[512];
  struct curl_slist *headers = NULL;
  CURL *curl = curl_easy_init();
  if (!curl)
    goto done;

  snprintf(url, sizeof url, "%s/api/alerts?$filter=machineId+eq+%s", ALERTS_HOST, machine);
  headers = authorization(read_token(0));
  if (!headers)
    goto done;
  configure(curl, url, headers, alerts);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, AGENT_NAME);
  if (curl_easy_perform(curl) != CURLE_OK)
    goto done;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);

  if (status == 401) {
    /* The token has expired: everything afresh. */
    curl_slist_free_all(headers);
    headers = authorization(read_token(1));
    alerts->size = 0;
    curl_easy_reset(curl);
    configure(curl, url, headers, alerts);
    if (curl_easy_perform(curl) != CURLE_OK)
      goto done;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  }
  result = status == 200 ? 0 : -1;

done:
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return result;
}

int main(int argc, char **argv) {
  struct buffer alerts = {NULL, 0};
  const char *machine = argc > 1 ? argv[1] : "unknown";
  int status;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  status = heartbeat(machine);
  if (status == 0)
    status = fetch_alerts(machine, &alerts);
  if (status == 0 && alerts.data)
    puts(alerts.data);
  free(alerts.data);
  curl_global_cleanup();
  return status == 0 ? 0 : 1;
}
