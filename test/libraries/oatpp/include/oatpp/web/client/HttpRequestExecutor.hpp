// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What executes an Oat++ client's requests; see Types.hpp.
#ifndef MDE_TEST_OATPP_HTTP_REQUEST_EXECUTOR_HPP
#define MDE_TEST_OATPP_HTTP_REQUEST_EXECUTOR_HPP
#include "../../Types.hpp"

namespace oatpp {
namespace async {
class Action {};
template <class... Args> class CoroutineStarterForResult {
public:
  template <class C> Action callbackTo(Action (C::*)(Args...));
};
} // namespace async
namespace web {
namespace protocol {
namespace http {
using Headers = data::share::LazyStringMapTemplate<data::share::StringKeyLabelCI,
                                                   std::unordered_multimap<data::share::StringKeyLabelCI, data::share::StringKeyLabel>>;
class Header {
public:
  class Value {
  public:
    static const char *const USER_AGENT;
  };
  static const char *const ACCEPT;
  static const char *const AUTHORIZATION;
  static const char *const CONTENT_TYPE;
  static const char *const USER_AGENT;
};
namespace incoming {
class Response {
public:
  std::int32_t getStatusCode() const;
  String getStatusDescription() const;
  const Headers &getHeaders() const;
  String getHeader(const data::share::StringKeyLabelCI &) const;
  String readBodyToString() const;
  async::CoroutineStarterForResult<const String &> readBodyToStringAsync() const;
};
} // namespace incoming
namespace outgoing {
class Body {};
class BufferBody : public Body {
public:
  static std::shared_ptr<BufferBody> createShared(const String &);
};
} // namespace outgoing
} // namespace http
} // namespace protocol

namespace client {
class RetryPolicy;
class RequestExecutor {
public:
  using Headers = protocol::http::Headers;
  using Response = protocol::http::incoming::Response;
  using Body = protocol::http::outgoing::Body;
  class ConnectionHandle {
  public:
    virtual ~ConnectionHandle();
  };
  RequestExecutor(const std::shared_ptr<RetryPolicy> &);
  virtual ~RequestExecutor();
  virtual std::shared_ptr<ConnectionHandle> getConnection() = 0;
  virtual void invalidateConnection(const std::shared_ptr<ConnectionHandle> &) = 0;
  virtual std::shared_ptr<Response> executeOnce(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
                                                const std::shared_ptr<ConnectionHandle> &) = 0;
  virtual async::CoroutineStarterForResult<const std::shared_ptr<Response> &>
  executeOnceAsync(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
                   const std::shared_ptr<ConnectionHandle> &) = 0;
  virtual std::shared_ptr<Response> execute(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
                                            const std::shared_ptr<ConnectionHandle> &);
  virtual async::CoroutineStarterForResult<const std::shared_ptr<Response> &>
  executeAsync(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
               const std::shared_ptr<ConnectionHandle> &);
};

class HttpRequestExecutor : public RequestExecutor {
public:
  HttpRequestExecutor(const std::shared_ptr<network::ClientConnectionProvider> &, const std::shared_ptr<RetryPolicy> & = nullptr);
  static std::shared_ptr<HttpRequestExecutor> createShared(const std::shared_ptr<network::ClientConnectionProvider> &,
                                                           const std::shared_ptr<RetryPolicy> & = nullptr);
  std::shared_ptr<ConnectionHandle> getConnection() override;
  void invalidateConnection(const std::shared_ptr<ConnectionHandle> &) override;
  std::shared_ptr<Response> executeOnce(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
                                        const std::shared_ptr<ConnectionHandle> & = nullptr) override;
  async::CoroutineStarterForResult<const std::shared_ptr<Response> &>
  executeOnceAsync(const String &method, const String &path, const Headers &, const std::shared_ptr<Body> &,
                   const std::shared_ptr<ConnectionHandle> & = nullptr) override;
};
} // namespace client
} // namespace web
} // namespace oatpp
#endif
