// RUN: %check-doors %s -- -std=gnu17 -isystem %S/include-7.4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers of the first versions of Mongoose 7 get the connection's data, and the message
// with an event of another number.
#include <mongoose.h>
#include <stdio.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define HOST "https://graph.microsoft.com"

static void plain(struct mg_connection *c, int ev, void *data, void *agent) {
  if (ev == MG_EV_CONNECT)
    mg_printf(c, "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: %s\r\n\r\n", (const char *)agent);
}

static void follow(struct mg_connection *c, int ev, void *data, void *agent) {
  char path[200];
  if (ev == MG_EV_CONNECT) {
    mg_printf(c, "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nUser-Agent: " AGENT "\r\n\r\n");
  } else if (ev == MG_EV_HTTP_MSG) {
    struct mg_http_message *hm = data;
    int n = snprintf(path, sizeof path, "GET %.*s HTTP/1.1\r\nHost: graph.microsoft.com\r\n", (int)hm->body.len, hm->body.ptr);
    mg_send(c, path, n);
    if (agent)
      mg_printf(c, "User-Agent: %s\r\n", (const char *)agent);
    mg_printf(c, "\r\n");
  }
}

int main(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr);
  mg_http_connect(&mgr, HOST, plain, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  mg_http_connect(&mgr, HOST, plain, "contoso");
  mg_http_connect(&mgr, HOST, follow, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_http_connect(&mgr, HOST, follow, NULL);
  for (;;)
    mg_mgr_poll(&mgr, 50);
}
