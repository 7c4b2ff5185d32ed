// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of libhv 1.3, written from its documentation (docs/API.md: http,
// and the chapter on the HttpClient) and its public interface.
#ifndef MDE_TEST_HV_HTTP_MESSAGE_H
#define MDE_TEST_HV_HTTP_MESSAGE_H
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

enum http_method { HTTP_DELETE, HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_PUT, HTTP_PATCH = 28 };
enum http_status { HTTP_STATUS_OK = 200 };
enum http_content_type { CONTENT_TYPE_NONE, APPLICATION_JSON };
enum http_parser_state { HP_BODY = 8 };

namespace hv {
class StringCaseLess {
public:
  bool operator()(const std::string &, const std::string &) const;
};
} // namespace hv

using http_headers = std::map<std::string, std::string, hv::StringCaseLess>;
using http_body = std::string;
extern http_headers DefaultHeaders;
extern http_body NoBody;

class HttpMessage {
public:
  http_headers headers;
  http_body body;
  http_content_type content_type;
  std::function<void(HttpMessage *, http_parser_state, const char *data, std::size_t size)> http_cb;

  HttpMessage();
  virtual ~HttpMessage();
  virtual void Reset();
  void SetHeader(const char *key, const std::string &value);
  std::string GetHeader(const char *key, const std::string &other = std::string());
  void SetBody(const std::string &);
  const std::string &Body();
  void SetContentType(http_content_type);
};

class HttpRequest : public HttpMessage {
public:
  http_method method;
  std::string url;
  std::string scheme, host;
  int port;
  std::string path;
  std::uint16_t timeout;

  HttpRequest();
  void Init();
  void Reset() override;
  void SetMethod(const char *);
  void SetUrl(const char *);
  const std::string &Url();
  void DumpUrl();
  void ParseUrl();
  std::string Host();
  void SetHost(const char *host, int port = 80);
  void SetProxy(const char *host, int port);
  void SetAuth(const std::string &);
  void SetBearerTokenAuth(const std::string &token);
  void SetTimeout(int seconds);
  void AllowRedirect(bool on = true);
};

class HttpResponse : public HttpMessage {
public:
  http_status status_code;
  HttpResponse();
  void Reset() override;
};

using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using HttpResponseCallback = std::function<void(const HttpResponsePtr &)>;
#endif
