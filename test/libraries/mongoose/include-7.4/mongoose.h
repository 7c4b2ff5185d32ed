// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of Mongoose 7.4, written from its documentation: handlers get the data
// of the connection, texts are called ptr, and events have other numbers than in 7.22.
#ifndef MDE_TEST_MONGOOSE_H
#define MDE_TEST_MONGOOSE_H
#include <stddef.h>

struct mg_str {
  const char *ptr;
  size_t len;
};
struct mg_connection;
typedef void (*mg_event_handler_t)(struct mg_connection *, int ev, void *ev_data, void *fn_data);
enum {
  MG_EV_ERROR,
  MG_EV_OPEN,
  MG_EV_POLL,
  MG_EV_RESOLVE,
  MG_EV_CONNECT,
  MG_EV_ACCEPT,
  MG_EV_READ,
  MG_EV_WRITE,
  MG_EV_CLOSE,
  MG_EV_HTTP_MSG
};
struct mg_mgr {
  struct mg_connection *conns;
};
struct mg_connection {
  struct mg_mgr *mgr;
  void *fn_data;
};
struct mg_http_message {
  struct mg_str method, uri, query, proto, body, message;
};

void mg_mgr_init(struct mg_mgr *);
void mg_mgr_free(struct mg_mgr *);
void mg_mgr_poll(struct mg_mgr *, int ms);
struct mg_connection *mg_http_connect(struct mg_mgr *, const char *url, mg_event_handler_t, void *fn_data);
int mg_printf(struct mg_connection *, const char *fmt, ...);
int mg_send(struct mg_connection *, const void *, size_t);
#endif
