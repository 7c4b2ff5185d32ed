// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asks Defender for alerts with serf: a queue of requests on each connection, one setup
// function that names the product, and an older one that came from serf's own example.
#include <apr_strings.h>
#include <apr_uri.h>
#include <serf-1/serf.h>
#include <stdio.h>
#include <stdlib.h>
#include <truth/choice.h>

#define AGENT "MdePartner-Contoso-AlertQueue/3.1"

struct app {
  apr_pool_t *pool;
  serf_context_t *context;
  serf_bucket_alloc_t *alloc;
  int open;
};

struct task {
  struct app *app;
  const char *path, *agent;
  serf_bucket_t *extra; // more headers, or NULL
};

static apr_status_t connected(apr_socket_t *socket, serf_bucket_t **in, serf_bucket_t **out, void *baton, apr_pool_t *pool) {
  struct app *app = baton;
  (void)out, (void)pool;
  *in = serf_bucket_socket_create(socket, app->alloc);
  return APR_SUCCESS;
}

static void closed(serf_connection_t *connection, void *baton, apr_status_t why, apr_pool_t *pool) {
  (void)connection, (void)baton, (void)why, (void)pool;
}

static serf_bucket_t *accept_response(serf_request_t *request, serf_bucket_t *stream, void *baton, apr_pool_t *pool) {
  serf_bucket_alloc_t *alloc = serf_request_get_alloc(request);
  (void)baton, (void)pool;
  return serf_bucket_response_create(serf_bucket_barrier_create(stream, alloc), alloc);
}

static apr_status_t drain(serf_request_t *request, serf_bucket_t *response, void *baton, apr_pool_t *pool) {
  struct task *task = baton;
  (void)request, (void)pool;
  if (!response) {
    task->app->open--;
    return APR_SUCCESS;
  }
  for (;;) {
    const char *data;
    apr_size_t length;
    apr_status_t status = serf_bucket_read(response, SERF_READ_ALL_AVAIL, &data, &length);
    if (APR_STATUS_IS_EOF(status)) {
      task->app->open--;
      return APR_EOF;
    }
    if (status)
      return status;
  }
}

static int copy_header(void *headers, const char *name, const char *value) {
  serf_bucket_headers_setc(headers, name, value);
  return 0;
}

static apr_status_t setup(serf_request_t *request, void *baton, serf_bucket_t **bucket, serf_response_acceptor_t *acceptor,
                          void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct task *task = baton;
  (void)pool;
  *bucket = serf_request_bucket_request_create(request, "GET", task->path, NULL, serf_request_get_alloc(request));
  serf_bucket_t *headers = serf_bucket_request_get_headers(*bucket);
  if (task->agent)
    serf_bucket_headers_setn(headers, "User-Agent", task->agent);
  serf_bucket_headers_setn(headers, "Accept", "application/json");
  if (task->extra)
    serf_bucket_headers_do(task->extra, copy_header, headers);
  *acceptor = accept_response;
  *acceptor_baton = NULL;
  *handler = drain;
  *handler_baton = task;
  return APR_SUCCESS;
}

static serf_connection_t *open_connection(struct app *app, const char *url) {
  apr_uri_t uri;
  serf_connection_t *connection;
  if (apr_uri_parse(app->pool, url, &uri) != APR_SUCCESS)
    exit(2);
  if (!uri.port)
    uri.port = apr_uri_port_of_scheme(uri.scheme);
  if (serf_connection_create2(&connection, app->context, uri, connected, app, closed, NULL, app->pool) != APR_SUCCESS)
    exit(2);
  return connection;
}

static struct task *task_for(struct app *app, const char *path, const char *agent, serf_bucket_t *extra) {
  struct task *task = apr_palloc(app->pool, sizeof *task);
  task->app = app;
  task->path = path;
  task->agent = agent;
  task->extra = extra;
  app->open++;
  return task;
}

int main(void) {
  struct app app = {NULL, NULL, NULL, 0};
  apr_initialize();
  apr_pool_create(&app.pool, NULL);
  app.context = serf_context_create(app.pool);
  app.alloc = serf_bucket_allocator_create(app.pool, NULL, NULL);

  serf_connection_t *defender = open_connection(&app, "http://api.securitycenter.microsoft.com");
  serf_connection_request_create(defender, setup, task_for(&app, "/api/alerts/L_named", AGENT, NULL)); // label: named
  serf_connection_request_create(defender, setup, task_for(&app, "/api/alerts/L_bare", NULL, NULL));   // label: bare
  serf_connection_request_create(defender, setup, task_for(&app, "/api/alerts/L_serf", "Serf/" SERF_VERSION_STRING, NULL)); // label: serf

  // The header that the command line gives goes beside the setup function's own.
  serf_bucket_t *extra = serf_bucket_headers_create(app.alloc);
  serf_bucket_headers_set(extra, "User-Agent", AGENT);
  serf_connection_request_create(defender, setup, task_for(&app, "/api/alerts/L_extra", NULL, extra)); // label: extra
  serf_connection_request_create(defender, setup, task_for(&app, "/api/alerts/L_both", AGENT, extra)); // label: both

  // Named before the context runs, or not.
  struct task *late = task_for(&app, "/api/machines/L_late", NULL, NULL);
  serf_connection_request_create(defender, setup, late); // label: late
  if (truth_flag("identify"))
    late->agent = apr_psprintf(app.pool, "MdePartner-%s-%s/%d.%d", "Contoso", "AlertQueue", 3, 1);

  serf_connection_t *own = open_connection(&app, "http://siem.contoso.example");
  serf_connection_request_create(own, setup, task_for(&app, "/ingest/L_own", NULL, NULL)); // label: own

  while (app.open > 0) {
    apr_status_t status = serf_context_run(app.context, SERF_DURATION_FOREVER, app.pool);
    if (status && !APR_STATUS_IS_TIMEUP(status))
      break;
  }
  serf_connection_close(defender);
  serf_connection_close(own);
  return 0;
}
