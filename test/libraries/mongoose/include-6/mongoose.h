// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of Mongoose 6.18, written from its documentation (the API reference
// of mg_connect_http and of the events).
#ifndef MDE_TEST_MONGOOSE_H
#define MDE_TEST_MONGOOSE_H
#include <stddef.h>

struct mg_str {
  const char *p;
  size_t len;
};
struct mg_connection;
typedef void (*mg_event_handler_t)(struct mg_connection *, int ev, void *ev_data);
#define MG_EV_POLL 0
#define MG_EV_CONNECT 2
#define MG_EV_CLOSE 5
#define MG_EV_HTTP_REPLY 101
struct mg_mgr {
  void *user_data;
};
struct mg_connection {
  struct mg_mgr *mgr;
  void *user_data;
  unsigned long flags;
};
struct http_message {
  struct mg_str message, body;
  int resp_code;
};
struct mg_connect_opts {
  void *user_data;
  const char *ssl_ca_cert;
};

void mg_mgr_init(struct mg_mgr *, void *user_data);
int mg_mgr_poll(struct mg_mgr *, int ms);
void mg_mgr_free(struct mg_mgr *);
struct mg_connection *mg_connect_http(struct mg_mgr *, mg_event_handler_t, const char *url, const char *headers, const char *data);
struct mg_connection *mg_connect_http_opt(struct mg_mgr *, mg_event_handler_t, struct mg_connect_opts, const char *url,
                                          const char *headers, const char *data);
#endif
