// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of IXWebSocket 11.4, written from its documentation (machinezone.github.io/IXWebSocket/usage,
// "HTTP client API") and its public interface.
#ifndef MDE_TEST_IX_HTTP_CLIENT_H
#define MDE_TEST_IX_HTTP_CLIENT_H
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

namespace ix {
struct CaseInsensitiveLess {
  bool operator()(const std::string &, const std::string &) const;
};
using WebSocketHttpHeaders = std::map<std::string, std::string, CaseInsensitiveLess>;

struct SocketTLSOptions {
  std::string certFile, keyFile, caFile;
};

struct HttpResponse {
  int statusCode;
  WebSocketHttpHeaders headers;
  std::string body;
};
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
using HttpParameters = std::unordered_map<std::string, std::string>;
using HttpFormDataParameters = std::unordered_map<std::string, std::string>;
using OnResponseCallback = std::function<void(const HttpResponsePtr &)>;

struct HttpRequestArgs {
  std::string url;
  std::string verb;
  WebSocketHttpHeaders extraHeaders;
  std::string body;
  int connectTimeout = 60;
  bool followRedirects = true;
  std::atomic<bool> cancel;
};
using HttpRequestArgsPtr = std::shared_ptr<HttpRequestArgs>;

class HttpClient {
public:
  HttpClient(bool async = false);
  ~HttpClient();
  HttpResponsePtr get(const std::string &url, HttpRequestArgsPtr);
  HttpResponsePtr head(const std::string &url, HttpRequestArgsPtr);
  HttpResponsePtr Delete(const std::string &url, HttpRequestArgsPtr);
  HttpResponsePtr post(const std::string &url, const HttpParameters &, const HttpFormDataParameters &, HttpRequestArgsPtr);
  HttpResponsePtr post(const std::string &url, const std::string &body, HttpRequestArgsPtr);
  HttpResponsePtr put(const std::string &url, const std::string &body, HttpRequestArgsPtr);
  HttpResponsePtr patch(const std::string &url, const std::string &body, HttpRequestArgsPtr);
  HttpResponsePtr request(const std::string &url, const std::string &verb, const std::string &body, HttpRequestArgsPtr,
                          int redirects = 0);
  HttpResponsePtr request(const std::string &url, const std::string &verb, const HttpParameters &,
                          const HttpFormDataParameters &, HttpRequestArgsPtr);
  void setForceBody(bool);
  HttpRequestArgsPtr createRequest(const std::string &url = std::string(), const std::string &verb = HttpClient::kGet);
  bool performRequest(HttpRequestArgsPtr, const OnResponseCallback &);
  std::string urlEncode(const std::string &);
  std::string serializeHttpParameters(const HttpParameters &);
  std::string serializeHttpFormDataParameters(const std::string &boundary, const HttpFormDataParameters &,
                                              const HttpParameters & = HttpParameters());
  std::string generateMultipartBoundary();
  void setTLSOptions(const SocketTLSOptions &);
  const static std::string kPost;
  const static std::string kGet;
};
} // namespace ix
#endif
