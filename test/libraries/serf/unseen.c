// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=gnu17 -isystem /usr/include/apr-1.0
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is set up where it can't be seen is not verified, and never passes in silence.
#include <apr_uri.h>
#include <serf-1/serf.h>
#include <serf-1/serf_bucket_util.h>

extern serf_request_setup_t chosen;
extern void add_common_headers(serf_bucket_t *headers);
extern apr_status_t elsewhere(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                              void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool);

static serf_connection_t *graph(serf_context_t *context, apr_pool_t *pool) {
  apr_uri_t uri;
  serf_connection_t *connection;
  if (apr_uri_parse(pool, "https://graph.microsoft.com", &uri) ||
      serf_connection_create2(&connection, context, uri, NULL, NULL, NULL, NULL, pool))
    return NULL;
  return connection;
}

void set_up_elsewhere(serf_context_t *context, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  serf_connection_request_create(graph(context, pool), elsewhere, NULL);
}

void by_a_pointer(serf_context_t *context, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  serf_connection_request_create(graph(context, pool), chosen, NULL);
}

static serf_bucket_t *accept_response(serf_request_t *request, serf_bucket_t *stream, void *baton, apr_pool_t *pool) {
  return serf_bucket_response_create(stream, serf_request_get_alloc(request));
}

static apr_status_t drain(serf_request_t *request, serf_bucket_t *response, void *baton, apr_pool_t *pool) { return APR_EOF; }

static apr_status_t common(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                           void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  *req_bkt = serf_request_bucket_request_create(request, "GET", "/v1.0/me", NULL, serf_request_get_alloc(request));
  add_common_headers(serf_bucket_request_get_headers(*req_bkt));
  *acceptor = accept_response;
  *handler = drain;
  return APR_SUCCESS;
}

void headers_elsewhere(serf_context_t *context, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  serf_connection_request_create(graph(context, pool), common, NULL);
}

// A bucket of the program's own kind.
static apr_status_t own_kind(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                             void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  *req_bkt = serf_bucket_create(baton, serf_request_get_alloc(request), NULL);
  *acceptor = accept_response;
  *handler = drain;
  return APR_SUCCESS;
}

void of_an_own_kind(serf_context_t *context, serf_bucket_type_t *type, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  serf_connection_request_create(graph(context, pool), own_kind, type);
}

static apr_status_t from_a_file(serf_request_t *request, void *baton, serf_bucket_t **req_bkt, serf_response_acceptor_t *acceptor,
                                void **acceptor_baton, serf_response_handler_t *handler, void **handler_baton, apr_pool_t *pool) {
  *req_bkt = serf_bucket_file_create(baton, serf_request_get_alloc(request));
  *acceptor = accept_response;
  *handler = drain;
  return APR_SUCCESS;
}

void of_a_file(serf_context_t *context, apr_file_t *file, apr_pool_t *pool) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  serf_connection_request_create(graph(context, pool), from_a_file, file);
}
