// RUN: %check-doors %s -- -std=gnu17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mongoose: what handlers write at which event.
#include <mongoose.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define HOST "https://graph.microsoft.com"
static const char *s_url = HOST "/v1.0/me";
static const char *s_post_data = NULL;
// As in Mongoose's tutorial.
static void fn(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_OPEN) {
  } else if (ev == MG_EV_CONNECT) {
    struct mg_str host = mg_url_host(s_url);
    struct mg_tls_opts opts = {.name = mg_url_host(s_url)};
    mg_tls_init(c, &opts);
    int content_length = s_post_data ? strlen(s_post_data) : 0;
    mg_printf(c,
              "%s %s HTTP/1.0\r\n"
              "Host: %.*s\r\n"
              "Content-Type: octet-stream\r\n"
              "Content-Length: %d\r\n"
              "\r\n",
              s_post_data ? "POST" : "GET", mg_url_uri(s_url), (int) host.len,
              host.buf, content_length);
    mg_send(c, s_post_data, content_length);
  } else if (ev == MG_EV_HTTP_MSG) {
    struct mg_http_message *hm = (struct mg_http_message *) ev_data;
    printf("%.*s", (int) hm->message.len, hm->message.buf);
    *(bool *) c->fn_data = true;
  } else if (ev == MG_EV_ERROR) {
    *(bool *) c->fn_data = true;
  }
}
void tutorial(void) {
  struct mg_mgr mgr;
  bool done = false;
  mg_mgr_init(&mgr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, s_url, fn, &done);
  while (!done) mg_mgr_poll(&mgr, 50);
  mg_mgr_free(&mgr);
}
// Credentials are written between two parts.
static void fb(struct mg_connection *c, int ev, void *ev_data) {
  if (ev != MG_EV_CONNECT) return;
  mg_printf(c, "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n");
  mg_http_bauth(c, "u", "p");
  mg_printf(c, "User-Agent: %s\r\n\r\n", (char *)c->fn_data);
}
void auth(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, fb, (void *)AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  mg_http_connect(&mgr, HOST, fb, (void *)"contoso");
  for (;;) mg_mgr_poll(&mgr, 50);
}
// The next page over the same connection.
static void fp(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT) {
    mg_printf(c, "GET /v1.0/users HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: " AGENT "\r\n\r\n");
  } else if (ev == MG_EV_HTTP_MSG) {
    struct mg_http_message *hm = ev_data;
    char path[200];
    snprintf(path, sizeof path, "%.*s", (int)hm->body.len, hm->body.buf);
    mg_printf(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n", path);
  }
}
void paging(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, fp, NULL);
  for (;;) mg_mgr_poll(&mgr, 50);
}
// A head that was printed before.
static void fs(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT) {
    char buf[512];
    int n = snprintf(buf, sizeof buf, "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n", "/v1.0/me", "graph.microsoft.com", (const char *)c->fn_data);
    mg_send(c, buf, n);
  }
}
void buffer(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, fs, (void *)"User-Agent: " AGENT "\r\n");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, fs, (void *)"");
  for (;;) mg_mgr_poll(&mgr, 50);
}
// An answer leads to a request of another connection.
static void fc(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_HTTP_MSG) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    mg_http_connect(c->mgr, HOST, fb, (void *)"contoso");
  } else if (ev == MG_EV_CONNECT) mg_printf(c, "GET / HTTP/1.0\r\n\r\n");
}
void chain(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, "https://siem.contoso.example", fc, NULL);
  for (;;) mg_mgr_poll(&mgr, 50);
}
// Header lines of a table.
static const char *const lines[] = {"Accept: */*", "User-Agent: " AGENT, NULL};
static const char *const bad_lines[] = {"Accept: */*", "X: y", NULL};
static void fl(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT) {
    mg_printf(c, "GET / HTTP/1.1\r\nHost: graph.microsoft.com\r\n");
    for (const char *const *line = c->fn_data; *line; line++)
      mg_printf(c, "%s\r\n", *line);
    mg_printf(c, "\r\n");
  }
}
void looped(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, fl, (void *)lines);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, fl, (void *)bad_lines);
  for (;;) mg_mgr_poll(&mgr, 50);
}
// What the answer changes comes after the request.
struct state { const char *agent; int n; };
static void ft(struct mg_connection *c, int ev, void *ev_data) {
  struct state *s = (struct state *)c->fn_data;
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET / HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", s->agent);
  if (ev == MG_EV_HTTP_MSG) s->agent = "x";
}
void st(void) {
  struct mg_mgr mgr;
  struct state s = {AGENT, 0};
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, ft, &s);
  for (;;) mg_mgr_poll(&mgr, 50);
}

// Functions of the program's own that print.
static void put(struct mg_connection *c, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  mg_vprintf(c, fmt, &ap);
  va_end(ap);
}
static void fw(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT)
    put(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", "/v1.0/me", (char *)c->fn_data);
}
static void fw2(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT) {
    put(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\n", "/v1.0/me");
    if (c->fn_data) put(c, "User-Agent: %s\r\n", (char *)c->fn_data);
    put(c, "\r\n");
  }
}
void wrapper(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, fw, (void *)AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  mg_http_connect(&mgr, HOST, fw, (void *)"x");
  mg_http_connect(&mgr, HOST, fw2, (void *)AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, fw2, NULL);
  for (;;) mg_mgr_poll(&mgr, 50);
}
// When it was closed, the connection is made again.
static void again(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", "/v1.0/me", AGENT);
  else if (ev == MG_EV_CLOSE)
    mg_http_connect(c->mgr, HOST, again, NULL);
}
void reconnects(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, again, NULL);
  for (;;) mg_mgr_poll(&mgr, 50);
}
static void again2(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET %s HTTP/1.1\r\nHost: graph.microsoft.com\r\n\r\n", "/v1.0/me");
  else if (ev == MG_EV_CLOSE)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
    mg_http_connect(c->mgr, HOST, again2, NULL);
}
static void once(struct mg_connection *c, int ev, void *ev_data) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET / HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", AGENT);
  else if (ev == MG_EV_CLOSE)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
    mg_http_connect(c->mgr, HOST, again2, NULL);
}
void reconnects2(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, once, NULL);
  for (;;) mg_mgr_poll(&mgr, 50);
}
