// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TRUTH: outcomes transfer
// The C way: one exit, everything freed; what went wrong is told to a collector
// on the way out, and the last heartbeat goes out without an agent.
#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <truth/choice.h>

struct buffer {
  char *data;
  size_t size;
};

static size_t grow(char *data, size_t size, size_t count, void *user) {
  struct buffer *buffer = user;
  size_t more = size * count;
  char *bigger = realloc(buffer->data, buffer->size + more + 1);
  if (!bigger)
    return 0;
  buffer->data = bigger;
  memcpy(buffer->data + buffer->size, data, more);
  buffer->size += more;
  buffer->data[buffer->size] = '\0';
  return more;
}

static char *join(const char *a, const char *b, const char *c) {
  size_t length = strlen(a) + strlen(b) + strlen(c) + 1;
  char *out = malloc(length);
  if (!out)
    return NULL;
  strcpy(out, a);
  strcat(out, b);
  strcat(out, c);
  return out;
}

static int pull(const char *base, struct buffer *buffer, int heartbeat) {
  int result = -ENOMEM;
  struct curl_slist *headers = NULL;
  char *agent = NULL, *url = NULL;
  CURL *curl = curl_easy_init();
  if (!curl)
    goto out;

  agent = join("User-Agent: MdePartner-Proseware-", truth_text("product", "Pull"), "/1.9");
  url = join(base, "/api/alerts", "/L_pull"); /* label: pull */
  if (!agent || !url)
    goto out;
  headers = curl_slist_append(headers, agent);
  headers = curl_slist_append(headers, "Accept: application/json");
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, grow);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, buffer);
  result = curl_easy_perform(curl) == CURLE_OK ? 0 : -EIO; /* label: pull */
  if (result == 0 && !heartbeat)
    goto out;

  free(url);
  url = join(base, "/api/heartbeat", result ? "/L_heartbeat-failed" : "/L_heartbeat"); /* label: heartbeat */
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, NULL);
  curl_easy_perform(curl); /* label: heartbeat */
out:
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  free(agent);
  free(url);
  return result;
}

int main(void) {
  struct buffer buffer = {NULL, 0};
  int result;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  result = pull("https://wdatp-alertexporter-eu.windows.com", &buffer, truth_flag("heartbeat"));
  if (result)
    fprintf(stderr, "%s\n", strerror(-result));
  free(buffer.data);
  curl_global_cleanup();
  return result ? EXIT_FAILURE : EXIT_SUCCESS;
}
