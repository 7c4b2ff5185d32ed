// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of Drogon 1.9, written from its documentation (the wiki's chapter on
// the HttpClient) and its public interface.
#ifndef MDE_TEST_DROGON_HTTP_CLIENT_H
#define MDE_TEST_DROGON_HTTP_CLIENT_H
#include <cstdint>
#include <functional>
#if __cplusplus >= 202002L
#include <coroutine>
#endif
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace trantor {
class EventLoop;
}

namespace drogon {
enum class ReqResult { Ok, BadResponse, NetworkFailure };
enum HttpMethod { Get = 0, Post };
enum HttpStatusCode { k200OK = 200 };

class HttpResponse {
public:
  virtual ~HttpResponse();
  HttpStatusCode getStatusCode() const;
  virtual const std::string &getHeader(std::string key) const = 0;
  std::string_view body() const;
  std::string_view getBody() const;
};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;

class HttpRequest;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
class HttpRequest {
public:
  virtual ~HttpRequest();
  virtual const std::string &getHeader(std::string key) const = 0;
  virtual void addHeader(std::string field, const std::string &value) = 0;
  virtual void addHeader(std::string field, std::string &&value) = 0;
  virtual void removeHeader(std::string key) = 0;
  virtual void clearHeaders() = 0;
  const std::string &getPath() const;
  virtual void setMethod(HttpMethod) = 0;
  virtual void setPath(const std::string &) = 0;
  virtual void setPath(std::string &&) = 0;
  virtual void setBody(const std::string &) = 0;
  virtual void setParameter(const std::string &key, const std::string &value) = 0;
  virtual void setPassThrough(bool) = 0;
  static HttpRequestPtr newHttpRequest();
  static HttpRequestPtr newHttpFormPostRequest();
};

using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;
#if __cplusplus >= 202002L
namespace internal {
struct HttpRespAwaiter {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<> handle);
  HttpResponsePtr await_resume() const;
};
} // namespace internal
#endif

class HttpClient;
using HttpClientPtr = std::shared_ptr<HttpClient>;
class HttpClient {
public:
  virtual ~HttpClient();
  virtual void sendRequest(const HttpRequestPtr &, const HttpReqCallback &, double timeout = 0) = 0;
  virtual void sendRequest(const HttpRequestPtr &, HttpReqCallback &&, double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &, double timeout = 0);
#if __cplusplus >= 202002L
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr request, double timeout = 0);
#endif
  virtual void enableCookies(bool flag = true) = 0;
  virtual void setUserAgent(const std::string &) = 0;
  virtual std::string host() const = 0;
  static HttpClientPtr newHttpClient(const std::string &ip, std::uint16_t port, bool useSSL = false,
                                     trantor::EventLoop *loop = nullptr, bool useOldTLS = false, bool validateCert = true);
  static HttpClientPtr newHttpClient(const std::string &hostString, trantor::EventLoop *loop = nullptr,
                                     bool useOldTLS = false, bool validateCert = true);
};
} // namespace drogon
#endif
