// RUN: %check-doors %s -- -std=gnu17 -isystem %S/include-6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Mongoose 6 writes the head itself, with lines that it is given.
#include <mongoose.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AGENT "User-Agent: MdePartner-Contoso-Cognito/1.0\r\n"
#define ME "https://graph.microsoft.com/v1.0/me"

static void handler(struct mg_connection *nc, int ev, void *data) {
  if (ev == MG_EV_HTTP_REPLY) {
    struct http_message *hm = data;
    printf("%.*s\n", (int)hm->body.len, hm->body.p);
  }
}

void lines(struct mg_mgr *mgr, const char *token) {
  char headers[512];
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_connect_http(mgr, handler, ME, NULL, NULL);
  mg_connect_http(mgr, handler, ME, AGENT, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  mg_connect_http(mgr, handler, ME, "Accept: */*\r\nuser-agent: contoso/1\r\n", "{}");
  snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n%s", token, AGENT);
  mg_connect_http(mgr, handler, ME, headers, NULL);
  snprintf(headers, sizeof headers, "Authorization: Bearer %s\r\n", token);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_connect_http(mgr, handler, ME, headers, NULL);
  mg_connect_http(mgr, handler, "https://login.microsoftonline.com/common?host=graph.microsoft.com", NULL, NULL);
}

void options(struct mg_mgr *mgr) {
  struct mg_connect_opts opts = {0};
  opts.ssl_ca_cert = "ca.pem";
  mg_connect_http_opt(mgr, handler, opts, ME, AGENT, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_connect_http_opt(mgr, handler, opts, ME, "Accept: */*\r\n", NULL);
}

static void follow(struct mg_connection *nc, int ev, void *data) {
  struct http_message *hm = data;
  char *link;
  if (ev != MG_EV_HTTP_REPLY || hm->resp_code != 200)
    return;
  link = strndup(hm->body.p, hm->body.len);
  mg_connect_http(nc->mgr, handler, link, AGENT, NULL);
  mg_connect_http(nc->mgr, handler, link, NULL, NULL);
  free(link);
}

int main(void) {
  struct mg_mgr mgr;
  mg_mgr_init(&mgr, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Mongoose sends none [mde-user-agent]
  mg_connect_http(&mgr, follow, ME, AGENT, NULL);
  for (;;)
    mg_mgr_poll(&mgr, 1000);
}
