// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// First a token, then the alerts, each step started by the callback of the one before;
// a failed step is tried once more. The URLs are taken apart with evhttp_uri_parse.
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>

struct job {
  struct event_base *base;
  struct evhttp_connection *connection;
  struct evhttp_uri *uri;
  char agent[64];
  int tries;
};

static void start(struct job *job, const char *url, void (*callback)(struct evhttp_request *, void *)) {
  struct evhttp_request *request;
  struct evkeyvalq *headers;
  if (job->uri)
    evhttp_uri_free(job->uri);
  job->uri = evhttp_uri_parse(url);
  if (!job->uri)
    return;
  job->connection = evhttp_connection_base_new(job->base, NULL, evhttp_uri_get_host(job->uri), 80);
  request = evhttp_request_new(callback, job);
  headers = evhttp_request_get_output_headers(request);
  evhttp_add_header(headers, "Host", evhttp_uri_get_host(job->uri));
  if (job->agent[0])
    evhttp_add_header(headers, "User-Agent", job->agent);
  evhttp_make_request(job->connection, request, EVHTTP_REQ_GET, evhttp_uri_get_path(job->uri));
}

static void on_alerts(struct evhttp_request *request, void *user) {
  struct job *job = user;
  if ((!request || truth_flag("busy")) && job->tries-- > 0) {
    start(job, "http://api.securitycenter.microsoft.com/api/L_again", on_alerts); // label: again
    return;
  }
  event_base_loopbreak(job->base);
}

static void on_token(struct evhttp_request *request, void *user) {
  struct job *job = user;
  if (!request) {
    event_base_loopbreak(job->base);
    return;
  }
  if (truth_flag("named"))
    snprintf(job->agent, sizeof job->agent, "MdePartner-%s-%s/%d", "Contoso", "Alerts", 3);
  start(job, "http://api.securitycenter.microsoft.com/api/L_alerts", on_alerts); // label: alerts
}

int main(void) {
  struct job job;
  memset(&job, 0, sizeof job);
  job.base = event_base_new();
  job.tries = 1;
  start(&job, "http://login.microsoftonline.com/common/L_token", on_token); // label: token
  event_base_dispatch(job.base);
  evhttp_uri_free(job.uri);
  event_base_free(job.base);
  return 0;
}
