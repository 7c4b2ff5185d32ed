// RUN: %check-doors %s -- -std=gnu17 -isystem /usr/include/apr-1.0
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Connections, requests, setup functions and headers of serf.
#include <apr_file_io.h>
#include <apr_strings.h>
#include <apr_tables.h>
#include <apr_uri.h>
#include <serf-1/serf.h>
#include <stdlib.h>
#include <string.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

struct job {
  serf_connection_t *connection;
  const char *path, *agent;
  int pending;
};

static serf_bucket_t *accept_response(serf_request_t *request, serf_bucket_t *stream, void *baton, apr_pool_t *pool) {
  serf_bucket_alloc_t *alloc = serf_request_get_alloc(request);
  return serf_bucket_response_create(serf_bucket_barrier_create(stream, alloc), alloc);
}

static apr_status_t drain(serf_request_t *request, serf_bucket_t *response, void *baton, apr_pool_t *pool) {
  struct job *job = baton;
  const char *data;
  apr_size_t length;
  if (!response) {
    job->pending--;
    return APR_SUCCESS;
  }
  while (1) {
    apr_status_t status = serf_bucket_read(response, SERF_READ_ALL_AVAIL, &data, &length);
    if (SERF_BUCKET_READ_ERROR(status))
      return status;
    if (APR_STATUS_IS_EOF(status)) {
      job->pending--;
      return APR_EOF;
    }
    if (APR_STATUS_IS_EAGAIN(status))
      return status;
  }
}

static apr_status_t setup(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                          void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct job *job = baton;
  *req_bkt = serf_request_bucket_request_create(request, "GET", job->path, NULL, serf_request_get_alloc(request));
  serf_bucket_t *headers = serf_bucket_request_get_headers(*req_bkt);
  serf_bucket_headers_setn(headers, "Accept", "application/json");
  if (job->agent)
    serf_bucket_headers_setn(headers, "User-Agent", job->agent);
  *acceptor = accept_response;
  *acceptor_baton = NULL;
  *handler = drain;
  *handler_baton = job;
  return APR_SUCCESS;
}

static apr_status_t connected(apr_socket_t *socket, serf_bucket_t **in, serf_bucket_t **out, void *baton, apr_pool_t *pool) {
  *in = serf_context_bucket_socket_create(baton, socket, serf_bucket_allocator_create(pool, NULL, NULL));
  return APR_SUCCESS;
}

static void closed(serf_connection_t *connection, void *baton, apr_status_t why, apr_pool_t *pool) {}

static serf_connection_t *connect_to(serf_context_t *context, const char *url, apr_pool_t *pool) {
  apr_uri_t uri;
  serf_connection_t *connection;
  if (apr_uri_parse(pool, url, &uri))
    return NULL;
  if (!uri.port)
    uri.port = apr_uri_port_of_scheme(uri.scheme);
  if (serf_connection_create2(&connection, context, uri, connected, context, closed, NULL, pool))
    return NULL;
  return connection;
}

static serf_connection_t *graph(serf_context_t *context, apr_pool_t *pool) {
  return connect_to(context, "https://graph.microsoft.com", pool);
}

static void run(serf_context_t *context, struct job *job, apr_pool_t *pool) {
  while (job->pending > 0) {
    apr_status_t status = serf_context_run(context, SERF_DURATION_FOREVER, pool);
    if (status && !APR_STATUS_IS_TIMEUP(status))
      break;
  }
}

void missing(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", NULL, 1};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
}

void present(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", AGENT, 1};
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
}

void malformed(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", "Cognito/1.0", 1};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
}

// Each call adds a line of its own.
static apr_status_t setup_twice(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                                void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  apr_status_t status = setup(request, baton, req_bkt, acceptor, acceptor_baton, handler, handler_baton, pool);
  serf_bucket_headers_setc(serf_bucket_request_get_headers(*req_bkt), "user-agent", AGENT);
  return status;
}

void twice(serf_context_t *context, apr_pool_t *pool) {
  struct job bad = {graph(context, pool), "/v1.0/me", "Cognito", 1}, good = {bad.connection, "/v1.0/me", NULL, 1};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Cognito', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  serf_connection_request_create(bad.connection, setup_twice, &bad);
  serf_connection_priority_request_create(good.connection, setup_twice, &good);
}

static apr_status_t setup_empty(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                                void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct job job = {NULL, "/v1.0/me", "", 0};
  return setup(request, &job, req_bkt, acceptor, acceptor_baton, handler, handler_baton, pool);
}

void sent_empty(serf_context_t *context, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  serf_connection_request_create(graph(context, pool), setup_empty, NULL);
}

// What a setup function sees is as it is when the context runs.
void set_before_it_runs(serf_context_t *context, apr_pool_t *pool) {
  struct job good = {graph(context, pool), "/v1.0/me", NULL, 1}, bad = {good.connection, "/v1.0/me", AGENT, 1};
  serf_connection_request_create(good.connection, setup, &good);
  good.agent = AGENT;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(bad.connection, setup, &bad);
  bad.agent = NULL;
  run(context, &good, pool);
  bad.agent = AGENT;
  run(context, &bad, pool);
}

void cancelled(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", NULL, 1};
  serf_request_t *request = serf_connection_request_create(job.connection, setup, &job);
  serf_request_cancel(request);
  run(context, &job, pool);
}

void other_hosts(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {connect_to(context, "http://siem.contoso.example:8080", pool), "/?from=graph.microsoft.com", NULL, 1};
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
  struct job token = {connect_to(context, "https://login.microsoftonline.com", pool), "/common/oauth2/v2.0/token", NULL, 1};
  serf_connection_request_create(token.connection, setup, &token);
  run(context, &token, pool);
}

extern int identify(void);

void one_branch(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", NULL, 1};
  if (identify())
    job.agent = AGENT;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
}

void both_branches(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", identify() ? AGENT : "MdePartner-Contoso-Beta/2.0", 1};
  serf_connection_request_create(job.connection, setup, &job);
  run(context, &job, pool);
}

// Nothing leaves where the setup function fails.
static apr_status_t setup_upload(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                                 void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct job *job = baton;
  serf_bucket_alloc_t *alloc = serf_request_get_alloc(request);
  apr_file_t *file;
  apr_status_t status = apr_file_open(&file, "report.json", APR_READ, APR_OS_DEFAULT, pool);
  if (status)
    return status;
  *req_bkt = serf_request_bucket_request_create(request, "POST", job->path, serf_bucket_file_create(file, alloc), alloc);
  if (job->agent)
    serf_bucket_headers_setx(serf_bucket_request_get_headers(*req_bkt), "User-Agent: ", 10, 1, job->agent, strlen(job->agent), 1);
  *acceptor = accept_response;
  *handler = drain;
  *handler_baton = job;
  return APR_SUCCESS;
}

void uploads(serf_context_t *context, apr_pool_t *pool) {
  struct job good = {graph(context, pool), "/v1.0/me/drive", AGENT, 1}, bad = {good.connection, "/v1.0/me/drive", NULL, 1};
  serf_connection_request_create(good.connection, setup_upload, &good);
  run(context, &good, pool);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(bad.connection, setup_upload, &bad);
  run(context, &bad, pool);
}

// The headers of a bucket that becomes a request are gone.
static apr_status_t setup_anew(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                               void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  apr_status_t status = setup(request, baton, req_bkt, acceptor, acceptor_baton, handler, handler_baton, pool);
  serf_bucket_request_become(*req_bkt, "GET", "/v1.0/users", NULL);
  if (identify())
    serf_bucket_headers_setn(serf_bucket_request_get_headers(*req_bkt), "User-Agent", "Cognito");
  return status;
}

void anew(serf_context_t *context, apr_pool_t *pool) {
  struct job job = {graph(context, pool), "/v1.0/me", AGENT, 1};
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: User-Agent 'Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(job.connection, setup_anew, &job);
}

// Headers that are collected first, in a bucket or in a table.
static int copy_header(void *headers, const char *name, const char *value) {
  serf_bucket_headers_setc(headers, name, value);
  return 0;
}

static int add_entry(void *headers, const char *name, const char *value) {
  serf_bucket_headers_setc(headers, name, value);
  return 1;
}

static int first_only(void *headers, const char *name, const char *value) {
  serf_bucket_headers_setc(headers, name, value);
  return 1;
}

struct collected {
  serf_bucket_t *bucket;
  apr_table_t *table;
  serf_bucket_headers_do_callback_fn_t *each;
};

static apr_status_t setup_collected(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                                    void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct collected *from = baton;
  struct job job = {NULL, "/v1.0/me", NULL, 0};
  apr_status_t status = setup(request, &job, req_bkt, acceptor, acceptor_baton, handler, handler_baton, pool);
  serf_bucket_t *headers = serf_bucket_request_get_headers(*req_bkt);
  if (from->bucket)
    serf_bucket_headers_do(from->bucket, from->each, headers);
  if (from->table)
    apr_table_do(add_entry, headers, from->table, NULL);
  return status;
}

void from_a_bucket(serf_context_t *context, serf_bucket_alloc_t *alloc, apr_pool_t *pool) {
  serf_bucket_t *headers = serf_bucket_headers_create(alloc);
  serf_bucket_headers_set(headers, "Prefer", "return=minimal");
  serf_bucket_headers_set(headers, "User-Agent", AGENT);
  struct collected all = {headers, NULL, copy_header}, one = {headers, NULL, first_only};
  serf_connection_request_create(graph(context, pool), setup_collected, &all);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(graph(context, pool), setup_collected, &one);
}

void from_a_table(serf_context_t *context, apr_pool_t *pool) {
  apr_table_t *good = apr_table_make(pool, 4), *bad = apr_table_make(pool, 4);
  apr_table_set(good, "user-agent", "Cognito");
  apr_table_setn(good, "User-Agent", apr_psprintf(pool, "MdePartner-%s-%s/%d.%d", "Contoso", "Cognito", 1, 0));
  apr_table_set(bad, "User-Agent", AGENT);
  apr_table_unset(bad, "user-agent");
  struct collected first = {NULL, good, NULL}, second = {NULL, bad, NULL};
  serf_connection_request_create(graph(context, pool), setup_collected, &first);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(graph(context, pool), setup_collected, &second);
}

// Written by the program itself.
static apr_status_t setup_raw(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                              void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  serf_bucket_alloc_t *alloc = serf_request_get_alloc(request);
  serf_bucket_t *line = SERF_BUCKET_SIMPLE_STRING("GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n", alloc);
  serf_bucket_t *rest = SERF_BUCKET_SIMPLE_STRING((const char *)baton, alloc);
  *req_bkt = serf_bucket_aggregate_create(alloc);
  serf_bucket_aggregate_append(*req_bkt, line);
  serf_bucket_aggregate_append(*req_bkt, rest);
  *acceptor = accept_response;
  return APR_SUCCESS;
}

void raw(serf_context_t *context, apr_pool_t *pool) {
  serf_connection_request_create(graph(context, pool), setup_raw, "User-Agent: " AGENT "\r\n\r\n");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(graph(context, pool), setup_raw, "\r\n");
}

// The answer makes the next request.
struct page {
  const char *path, *agent;
};

static apr_status_t next_page(serf_request_t *request, serf_bucket_t *response, void *baton, apr_pool_t *pool);

static apr_status_t setup_page(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                               void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  struct page *page = baton;
  serf_bucket_alloc_t *alloc = serf_request_get_alloc(request);
  *req_bkt = serf_request_bucket_request_create(request, "GET", page->path, NULL, alloc);
  serf_bucket_headers_setn(serf_bucket_request_get_headers(*req_bkt), "User-Agent", AGENT);
  *acceptor = accept_response;
  *handler = next_page;
  *handler_baton = page;
  return APR_SUCCESS;
}

static apr_status_t next_page(serf_request_t *request, serf_bucket_t *response, void *baton, apr_pool_t *pool) {
  struct page *page = baton;
  const char *data;
  apr_size_t length;
  if (!response)
    return APR_SUCCESS;
  apr_status_t status = serf_bucket_read(response, 1000, &data, &length);
  if (!APR_STATUS_IS_EOF(status))
    return status;
  struct job *next = apr_pcalloc(pool, sizeof *next);
  next->path = apr_pstrmemdup(pool, data, length);
  next->agent = page->agent;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
  serf_connection_request_create(serf_request_get_conn(request), setup, next);
  return status;
}

void pages(serf_context_t *context, apr_pool_t *pool) {
  struct page good = {"/v1.0/users", AGENT}, bad = {"/v1.0/users", NULL};
  serf_connection_request_create(graph(context, pool), setup_page, &good);
  serf_connection_request_create(graph(context, pool), setup_page, &bad);
}
