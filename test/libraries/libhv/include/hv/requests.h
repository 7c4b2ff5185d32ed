// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv's functions in the manner of Python's requests; see HttpMessage.h. As there, they
// have bodies: headers that are given take the place of those that a request begins with.
#ifndef MDE_TEST_HV_REQUESTS_H
#define MDE_TEST_HV_REQUESTS_H
#include "HttpClient.h"

namespace requests {
using Request = HttpRequestPtr;
using Response = HttpResponsePtr;
using ResponseCallback = HttpResponseCallback;

static inline Response request(Request given) {
  Response answer(new HttpResponse);
  if (http_client_send(given.get(), answer.get()) != 0)
    answer.reset();
  return answer;
}
static inline Response request(http_method verb, const char *where, const http_body &content = NoBody,
                               const http_headers &fields = DefaultHeaders) {
  Request made(new HttpRequest);
  if (&fields != &DefaultHeaders)
    made->headers = fields;
  if (&content != &NoBody)
    made->body = content;
  made->url = where;
  made->method = verb;
  return request(made);
}
static inline Response head(const char *where, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_HEAD, where, NoBody, fields);
}
static inline Response get(const char *where, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_GET, where, NoBody, fields);
}
static inline Response post(const char *where, const http_body &content = NoBody, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_POST, where, content, fields);
}
static inline Response put(const char *where, const http_body &content = NoBody, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_PUT, where, content, fields);
}
static inline Response patch(const char *where, const http_body &content = NoBody, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_PATCH, where, content, fields);
}
static inline Response Delete(const char *where, const http_headers &fields = DefaultHeaders) {
  return request(HTTP_DELETE, where, NoBody, fields);
}
static inline int async(Request given, ResponseCallback then) { return http_client_send_async(given, then); }
} // namespace requests
#endif
