// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of azure-core 1.17, written from its reference documentation
// (azuresdkdocs.z19.web.core.windows.net/cpp/azure-core) and its public interface.
#ifndef MDE_TEST_AZURE_CORE_HPP
#define MDE_TEST_AZURE_CORE_HPP
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace Azure {
template <class T> class Nullable final {
public:
  Nullable() noexcept;
  Nullable(const Nullable &);
  ~Nullable();
  bool HasValue() const noexcept;
  explicit operator bool() const noexcept;
  const T &Value() const;
  const T &operator*() const;
  T ValueOr(T) const;

private:
  alignas(T) char value_[sizeof(T)];
};

namespace Core {
struct CaseInsensitiveComparator {
  bool operator()(const std::string &, const std::string &) const;
};
using CaseInsensitiveMap = std::map<std::string, std::string, CaseInsensitiveComparator>;

class Context {
public:
  Context();
};

class Url final {
public:
  static std::string Encode(const std::string &value, const std::string &keep = "");
  Url() = default;
  explicit Url(const std::string &encodedUrl);
  void SetScheme(const std::string &);
  void SetHost(const std::string &);
  void SetPort(std::uint16_t);
  void SetPath(const std::string &);
  void AppendPath(const std::string &);
  void AppendQueryParameter(const std::string &key, const std::string &value);
  const std::string &GetHost() const;
  const std::string &GetPath() const;
  const std::string &GetScheme() const;
  std::uint16_t GetPort() const;
  std::string GetRelativeUrl() const;
  std::string GetAbsoluteUrl() const;
};

namespace IO {
class BodyStream {
public:
  virtual ~BodyStream();
  std::vector<std::uint8_t> ReadToEnd(const Context & = Context());
};
} // namespace IO

namespace Http {
class HttpMethod final {
public:
  explicit HttpMethod(std::string);
  static const HttpMethod Get;
  static const HttpMethod Post;

private:
  std::string value_;
};
enum class HttpStatusCode { None = 0, Ok = 200 };

class Request final {
public:
  explicit Request(HttpMethod, Url, IO::BodyStream *, bool shouldBufferResponse);
  explicit Request(HttpMethod, Url, IO::BodyStream *);
  explicit Request(HttpMethod, Url, bool shouldBufferResponse);
  explicit Request(HttpMethod, Url);
  void SetHeader(const std::string &name, const std::string &value);
  Nullable<std::string> GetHeader(const std::string &name);
  void RemoveHeader(const std::string &name);
  CaseInsensitiveMap GetHeaders() const;
  const HttpMethod &GetMethod() const;
  Url &GetUrl();
  const Url &GetUrl() const;

private:
  HttpMethod method_;
  Url url_;
};

class RawResponse final {
public:
  HttpStatusCode GetStatusCode() const;
  const CaseInsensitiveMap &GetHeaders() const;
  std::unique_ptr<IO::BodyStream> ExtractBodyStream();
  std::vector<std::uint8_t> &GetBody();
  const std::vector<std::uint8_t> &GetBody() const;
};

class HttpTransport {
public:
  virtual ~HttpTransport();
  virtual std::unique_ptr<RawResponse> Send(Request &, const Context &) = 0;
};
struct CurlTransportOptions {
  std::string Proxy;
};
class CurlTransport : public HttpTransport {
public:
  CurlTransport(const CurlTransportOptions & = CurlTransportOptions());
  std::unique_ptr<RawResponse> Send(Request &, const Context &) override;
};
class WinHttpTransport : public HttpTransport {
public:
  WinHttpTransport();
  std::unique_ptr<RawResponse> Send(Request &, const Context &) override;
};

namespace Policies {
struct TelemetryOptions final {
  std::string ApplicationId;
};
class NextHttpPolicy;
class HttpPolicy {
public:
  virtual ~HttpPolicy();
  virtual std::unique_ptr<RawResponse> Send(Request &, NextHttpPolicy, const Context &) const = 0;
  virtual std::unique_ptr<HttpPolicy> Clone() const = 0;
};
class NextHttpPolicy final {
public:
  std::unique_ptr<RawResponse> Send(Request &, const Context &);
};
namespace _internal {
class BearerTokenAuthenticationPolicy : public HttpPolicy {
public:
  explicit BearerTokenAuthenticationPolicy(const std::string &token);
  std::unique_ptr<RawResponse> Send(Request &, NextHttpPolicy, const Context &) const override;
  std::unique_ptr<HttpPolicy> Clone() const override;
};
} // namespace _internal
} // namespace Policies
} // namespace Http

namespace _internal {
struct ClientOptions {
  virtual ~ClientOptions() = default;
  std::vector<std::unique_ptr<Http::Policies::HttpPolicy>> PerOperationPolicies;
  std::vector<std::unique_ptr<Http::Policies::HttpPolicy>> PerRetryPolicies;
  Http::Policies::TelemetryOptions Telemetry;
};
} // namespace _internal

namespace Http::_internal {
class HttpPipeline final {
public:
  explicit HttpPipeline(const Core::_internal::ClientOptions &, const std::string &package, const std::string &version,
                        std::vector<std::unique_ptr<Policies::HttpPolicy>> &&perRetry,
                        std::vector<std::unique_ptr<Policies::HttpPolicy>> &&perCall);
  explicit HttpPipeline(std::vector<std::unique_ptr<Policies::HttpPolicy>> &&);
  std::unique_ptr<RawResponse> Send(Request &, const Context &) const;
};
} // namespace Http::_internal

} // namespace Core
} // namespace Azure
#endif
