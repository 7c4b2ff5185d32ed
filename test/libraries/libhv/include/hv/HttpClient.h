// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv's HttpClient, and the functions under it; see HttpMessage.h.
#ifndef MDE_TEST_HV_HTTP_CLIENT_H
#define MDE_TEST_HV_HTTP_CLIENT_H
#include "HttpMessage.h"

struct http_client_s;
using http_client_t = http_client_s;
http_client_t *http_client_new(const char *host = nullptr, int port = 80, int https = 0);
int http_client_del(http_client_t *);
int http_client_set_timeout(http_client_t *, int seconds);
int http_client_clear_headers(http_client_t *);
int http_client_set_header(http_client_t *, const char *key, const char *value);
int http_client_del_header(http_client_t *, const char *key);
const char *http_client_get_header(http_client_t *, const char *key);
int http_client_send(http_client_t *, HttpRequest *, HttpResponse *);
int http_client_send(HttpRequest *, HttpResponse *);
int http_client_send_async(http_client_t *, HttpRequestPtr, HttpResponseCallback = nullptr);
int http_client_send_async(HttpRequestPtr, HttpResponseCallback = nullptr);
int http_client_connect(http_client_t *, const char *host, int port, int https, int timeout);
int http_client_send_header(http_client_t *, HttpRequest *);
int http_client_send_data(http_client_t *, const char *data, int size);
int http_client_recv_response(http_client_t *, HttpResponse *);
int http_client_close(http_client_t *);

namespace hv {
class HttpClient {
public:
  HttpClient(const char *host = nullptr, int port = 80, int https = 0);
  ~HttpClient();
  int setTimeout(int seconds);
  int clearHeaders();
  int setHeader(const char *key, const char *value);
  int delHeader(const char *key);
  const char *getHeader(const char *key);
  int send(HttpRequest *, HttpResponse *);
  int sendAsync(HttpRequestPtr, HttpResponseCallback = nullptr);
  int connect(const char *host, int port = 80, int https = 0, int timeout = 10);
  int sendHeader(HttpRequest *);
  int sendData(const char *data, int size);
  int recvResponse(HttpResponse *);
  int close();
};
} // namespace hv
#endif
