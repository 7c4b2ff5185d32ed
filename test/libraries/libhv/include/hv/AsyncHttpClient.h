// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv's AsyncHttpClient; see HttpMessage.h.
#ifndef MDE_TEST_HV_ASYNC_HTTP_CLIENT_H
#define MDE_TEST_HV_ASYNC_HTTP_CLIENT_H
#include "HttpMessage.h"

namespace hv {
class AsyncHttpClient {
public:
  AsyncHttpClient();
  ~AsyncHttpClient();
  int send(const HttpRequestPtr &, HttpResponseCallback);
};
} // namespace hv
#endif
