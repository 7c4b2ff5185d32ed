// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Jobs in a linked list on the heap, run through a table of operations.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <truth/choice.h>

struct transport;

struct transport_ops {
  int (*open)(struct transport *);
  int (*send)(struct transport *, const char *url);
  void (*close)(struct transport *);
};

struct transport {
  const struct transport_ops *ops;
  CURL *curl;
  struct curl_slist *headers;
};

struct job {
  char *url;
  struct transport *transport;
  struct job *next;
};

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static int plain_open(struct transport *t) {
  t->curl = curl_easy_init();
  if (!t->curl)
    return -1;
  curl_easy_setopt(t->curl, CURLOPT_WRITEFUNCTION, discard);
  return 0;
}

static int partner_open(struct transport *t) {
  if (plain_open(t) != 0)
    return -1;
  t->headers = curl_slist_append(NULL, "Accept: application/json");
  t->headers = curl_slist_append(t->headers, "User-Agent: MdePartner-Contoso-Jobs/2");
  curl_easy_setopt(t->curl, CURLOPT_HTTPHEADER, t->headers);
  return 0;
}

static int common_send(struct transport *t, const char *url) {
  curl_easy_setopt(t->curl, CURLOPT_URL, url);
  return curl_easy_perform(t->curl) == CURLE_OK ? 0 : -1;
}

static void common_close(struct transport *t) {
  curl_easy_cleanup(t->curl);
  curl_slist_free_all(t->headers);
  t->curl = NULL;
  t->headers = NULL;
}

static const struct transport_ops plain_ops = {plain_open, common_send, common_close};
static const struct transport_ops partner_ops = {partner_open, common_send, common_close};

static void push(struct job **list, struct transport *transport, const char *host, const char *path) {
  struct job *job = calloc(1, sizeof *job);
  if (!job || asprintf(&job->url, "https://%s%s", host, path) < 0)
    abort();
  job->transport = transport;
  job->next = *list;
  *list = job;
}

static int run(struct job *list) {
  int errors = 0;
  while (list) {
    struct job *next = list->next;
    if (list->transport->ops->send(list->transport, list->url) != 0)
      errors++;
    free(list->url);
    free(list);
    list = next;
  }
  return errors;
}

int main(void) {
  struct transport plain = {.ops = &plain_ops}, partner = {.ops = &partner_ops};
  struct job *jobs = NULL;
  int errors;

  curl_global_init(CURL_GLOBAL_DEFAULT);
  if (plain.ops->open(&plain) || partner.ops->open(&partner))
    return 1;
  push(&jobs, &partner, "api.securitycenter.microsoft.com", "/api/machines/L_machines"); /* label: machines */
  push(&jobs, &plain, "hooks.contoso.example", "/L_hook");                               /* label: hook */
  push(&jobs, &plain, "api.securitycenter.microsoft.com", "/api/alerts/L_alerts");       /* label: alerts */
  if (truth_flag("graph"))
    push(&jobs, &partner, "graph.microsoft.com", "/v1.0/security/L_graph");              /* label: graph */
  errors = run(jobs);
  partner.ops->close(&partner);
  plain.ops->close(&plain);
  curl_global_cleanup();
  return errors;
}
