// RUN: %check-doors %s -- -std=gnu17 -isystem /usr/include/apr-1.0
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// serf in the manner of its own programs: a context of the application holds
// what the functions of a request and of its answer are.
#include <apr_strings.h>
#include <apr_uri.h>
#include <serf-1/serf.h>
#include <serf-1/serf_bucket_types.h>
#include <serf-1/serf_bucket_util.h>
#define AGENT "MdePartner-Contoso-Cognito/1.0"
typedef struct {
  const char *host, *method, *path;
  serf_response_acceptor_t acceptor;
  serf_response_handler_t handler;
  int using_ssl;
  serf_ssl_context_t *ssl_ctx;
  serf_bucket_alloc_t *bkt_alloc;
  int head;
  const char *ua;
  apr_table_t *headers;
} ctx_t;
static serf_bucket_t *accept_response(serf_request_t *request,
                                      serf_bucket_t *stream, void *baton,
                                      apr_pool_t *pool) {
  serf_bucket_alloc_t *a = serf_request_get_alloc(request);
  serf_bucket_t *c = serf_bucket_barrier_create(stream, a);
  return serf_bucket_response_create(c, a);
}
static apr_status_t handle(serf_request_t *request, serf_bucket_t *response,
                           void *baton, apr_pool_t *pool) {
  return APR_EOF;
}
static apr_status_t conn_setup(apr_socket_t *skt, serf_bucket_t **input_bkt,
                               serf_bucket_t **output_bkt, void *setup_baton,
                               apr_pool_t *pool) {
  ctx_t *ctx = setup_baton;
  serf_bucket_t *c = serf_bucket_socket_create(skt, ctx->bkt_alloc);
  if (ctx->using_ssl) {
    c = serf_bucket_ssl_decrypt_create(c, ctx->ssl_ctx, ctx->bkt_alloc);
    if (!ctx->ssl_ctx)
      ctx->ssl_ctx = serf_bucket_ssl_decrypt_context_get(c);
    *output_bkt = serf_bucket_ssl_encrypt_create(*output_bkt, ctx->ssl_ctx,
                                                 ctx->bkt_alloc);
  }
  *input_bkt = c;
  return APR_SUCCESS;
}
static apr_status_t setup_request(serf_request_t *request, void *setup_baton,
                                  serf_bucket_t **req_bkt,
                                  serf_response_acceptor_t *acceptor,
                                  void **acceptor_baton,
                                  serf_response_handler_t *handler,
                                  void **handler_baton, apr_pool_t *pool) {
  ctx_t *ctx = setup_baton;
  serf_bucket_t *hdrs_bkt, *body_bkt = NULL;
  *req_bkt = serf_request_bucket_request_create(
      request, ctx->method, ctx->path, body_bkt,
      serf_request_get_alloc(request));
  hdrs_bkt = serf_bucket_request_get_headers(*req_bkt);
  if (ctx->ua)
    serf_bucket_headers_setn(hdrs_bkt, "User-Agent", ctx->ua);
  serf_bucket_headers_setn(hdrs_bkt, "Accept-Encoding", "gzip");
  *acceptor = ctx->acceptor;
  *acceptor_baton = ctx;
  *handler = ctx->handler;
  *handler_baton = ctx;
  return APR_SUCCESS;
}
static void run(const char *url, const char *ua) {
  apr_pool_t *pool;
  apr_uri_t u;
  serf_context_t *context;
  serf_connection_t *connection;
  ctx_t ctx = {0};
  apr_initialize();
  apr_pool_create(&pool, NULL);
  apr_uri_parse(pool, url, &u);
  if (!u.port)
    u.port = apr_uri_port_of_scheme(u.scheme);
  ctx.using_ssl = !strcasecmp(u.scheme, "https");
  context = serf_context_create(pool);
  ctx.host = u.hostinfo;
  ctx.method = "GET";
  ctx.ua = ua;
  ctx.path = apr_pstrcat(pool, u.path ? u.path : "/", u.query ? "?" : "",
                         u.query ? u.query : "", NULL);
  ctx.acceptor = accept_response;
  ctx.handler = handle;
  ctx.bkt_alloc = serf_bucket_allocator_create(pool, NULL, NULL);
  if (serf_connection_create2(&connection, context, u, conn_setup, &ctx, NULL,
                              &ctx, pool))
    return;
  for (int i = 0; i < 2; i++)
    serf_connection_request_create(connection, setup_request, &ctx);
  while (1) {
    apr_status_t status =
        serf_context_run(context, SERF_DURATION_FOREVER, pool);
    if (APR_STATUS_IS_TIMEUP(status))
      continue;
    if (status)
      break;
  }
  serf_connection_close(connection);
  apr_pool_destroy(pool);
}
void good(void) { run("https://graph.microsoft.com/v1.0/me?x=1", AGENT); }
// CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; serf sends none [mde-user-agent]
void bad(void) { run("https://graph.microsoft.com/v1.0/me", NULL); }
// CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
void odd(void) { run("https://graph.microsoft.com/v1.0/me", "x"); }
void other(void) {
  run("https://siem.contoso.example/graph.microsoft.com", NULL);
}
int main(int argc, char **argv) {
  run(argv[1], AGENT);
  return 0;
}
