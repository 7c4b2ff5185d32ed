// RUN: %check-doors %s -- -std=gnu17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mongoose: heads of requests that the program writes.
#include <mongoose.h>
#include <stdio.h>
#include <string.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define HOST "https://graph.microsoft.com"

static void bad(struct mg_connection *c, int ev, void *data) {
  if (ev == MG_EV_CONNECT) {
    struct mg_tls_opts opts = {0};
    mg_tls_init(c, &opts);
    mg_printf(c, "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n");
  } else if (ev == MG_EV_HTTP_MSG) {
    struct mg_http_message *hm = data;
    printf("%.*s\n", (int)hm->body.len, hm->body.buf);
  }
}

static void good(struct mg_connection *c, int ev, void *data) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", AGENT);
}

static void odd(struct mg_connection *c, int ev, void *data) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "POST /v1.0/me HTTP/1.1\r\nuser-agent: contoso/%d\r\nContent-Length: 2\r\n\r\n{}", 1);
}

void handlers(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, good, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, bad, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  mg_http_connect(&mgr, HOST, odd, NULL);
  mg_http_connect(&mgr, "https://login.microsoftonline.com", bad, NULL);
  for (;;)
    mg_mgr_poll(&mgr, 50);
}

void atOnce(struct mg_mgr *mgr, const char *path, const char *version) {
  struct mg_connection *c = mg_http_connect(mgr, HOST, NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_printf(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n", path);
  // The connection is used again.
  mg_printf(c, "GET %s HTTP/1.1\r\nUser-Agent: MdePartner-Contoso-Cognito/%s\r\n\r\n", path, version);
}

void inPieces(struct mg_mgr *mgr, const char *path) {
  struct mg_connection *c = mg_http_connect(mgr, HOST, NULL, NULL), *d = mg_http_connect(mgr, HOST, NULL, NULL);
  mg_printf(c, "POST %s HTTP/1.1\r\n", path);
  mg_printf(c, "User-Agent: " AGENT "\r\n");
  mg_printf(c, "Content-Length: 2\r\n\r\n");
  mg_send(c, "{}", 2);
  mg_printf(d, "POST %s HTTP/1.1\r\n", path);
  mg_printf(d, "Content-Length: 2\r\n");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_printf(d, "\r\n");
  mg_send(d, "User-Agent: " AGENT, 42); // of the body
}

void sent(struct mg_mgr *mgr) {
  struct mg_connection *c = mg_connect(mgr, HOST, NULL, NULL);
  const char *head = "GET / HTTP/1.1\r\nUser-Agent: " AGENT "\r\n\r\n", *other = "GET / HTTP/1.1\r\n\r\n";
  mg_send(c, head, strlen(head));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_send(c, other, strlen(other));
}

// What a server answers is no request.
void answer(struct mg_connection *c, int ev, void *data) {
  if (ev == MG_EV_HTTP_MSG)
    mg_printf(c, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

void sockets(struct mg_mgr *mgr) {
  mg_ws_connect(mgr, "wss://graph.microsoft.com/ws", NULL, NULL, "User-Agent: %s\r\n", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_ws_connect(mgr, "wss://graph.microsoft.com/ws", NULL, NULL, NULL);
}

struct fetch {
  const char *url;
  const char *agent;
};

static void fetched(struct mg_connection *c, int ev, void *data) {
  struct fetch *fetch = c->fn_data;
  if (ev != MG_EV_CONNECT)
    return;
  struct mg_str host = mg_url_host(fetch->url);
  mg_printf(c, "GET %s HTTP/1.0\r\nHost: %.*s\r\n", mg_url_uri(fetch->url), (int)host.len, host.buf);
  if (fetch->agent)
    mg_printf(c, "User-Agent: %s\r\n", fetch->agent);
  mg_printf(c, "\r\n");
}

void data(void) {
  struct mg_mgr mgr;
  struct fetch named = {HOST "/v1.0/me", AGENT}, nameless = {HOST "/v1.0/me", NULL};
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, named.url, fetched, &named);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, nameless.url, fetched, &nameless);
  mg_mgr_poll(&mgr, 1000);
}
