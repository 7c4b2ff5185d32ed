// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of Mongoose 7.22, written from its documentation
// (mongoose.ws/documentation, "API Reference").
#ifndef MDE_TEST_MONGOOSE_H
#define MDE_TEST_MONGOOSE_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct mg_str {
  char *buf;
  size_t len;
};
struct mg_connection;
typedef void (*mg_event_handler_t)(struct mg_connection *, int ev, void *ev_data);
enum {
  MG_EV_ERROR,
  MG_EV_OPEN,
  MG_EV_POLL,
  MG_EV_RESOLVE,
  MG_EV_CONNECT,
  MG_EV_ACCEPT,
  MG_EV_TLS_HS,
  MG_EV_READ,
  MG_EV_WRITE,
  MG_EV_CLOSE,
  MG_EV_HTTP_HDRS,
  MG_EV_HTTP_MSG
};
struct mg_mgr {
  struct mg_connection *conns;
};
struct mg_connection {
  struct mg_connection *next;
  struct mg_mgr *mgr;
  mg_event_handler_t fn;
  void *fn_data;
  unsigned is_draining : 1;
};
struct mg_http_message {
  struct mg_str method, uri, query, proto, body, head, message;
};
struct mg_tls_opts {
  struct mg_str ca, name;
};

void mg_mgr_init(struct mg_mgr *);
void mg_mgr_free(struct mg_mgr *);
void mg_mgr_poll(struct mg_mgr *, int ms);
struct mg_connection *mg_connect(struct mg_mgr *, const char *url, mg_event_handler_t, void *fn_data);
struct mg_connection *mg_http_connect(struct mg_mgr *, const char *url, mg_event_handler_t, void *fn_data);
struct mg_connection *mg_ws_connect(struct mg_mgr *, const char *url, mg_event_handler_t, void *fn_data, const char *fmt, ...);
bool mg_send(struct mg_connection *, const void *, size_t);
size_t mg_printf(struct mg_connection *, const char *fmt, ...);
size_t mg_vprintf(struct mg_connection *, const char *fmt, va_list *);
size_t mg_ws_send(struct mg_connection *, const void *, size_t, int op);
void mg_tls_init(struct mg_connection *, const struct mg_tls_opts *);
void mg_http_bauth(struct mg_connection *, const char *user, const char *pass);
struct mg_str mg_url_host(const char *url);
const char *mg_url_uri(const char *url);
bool mg_url_is_ssl(const char *url);
unsigned short mg_url_port(const char *url);
#endif
