// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See base.h.
#ifndef MDE_TEST_WINRT_WEB_HTTP_H
#define MDE_TEST_WINRT_WEB_HTTP_H
#include "Windows.Foundation.h"
#include "Windows.Web.Http.Headers.h"

namespace winrt {

namespace Windows::Web::Http {
struct IHttpClient;
struct IHttpClient2;
struct IHttpContent;
struct IHttpRequestMessage;
struct IHttpResponseMessage;
struct IHttpRequestResult;
struct IHttpGetStringResult;
struct IHttpMethod;
struct HttpMethod;
struct HttpRequestMessage;
struct HttpResponseMessage;
struct HttpRequestResult;
struct HttpGetStringResult;
struct HttpStringContent;
struct HttpProgress {
  std::uint64_t BytesSent;
};
enum class HttpCompletionOption { ResponseContentRead, ResponseHeadersRead };
enum class HttpStatusCode { Ok = 200 };
template <typename T> using Operation = Foundation::IAsyncOperationWithProgress<T, HttpProgress>;
namespace Filters {
struct IHttpFilter;
}
} // namespace Windows::Web::Http

namespace impl {
template <typename D> struct consume_Windows_Web_Http_Filters_IHttpFilter {
  Windows::Web::Http::Operation<Windows::Web::Http::HttpResponseMessage>
  SendRequestAsync(const Windows::Web::Http::HttpRequestMessage &) const;
};
template <> struct consume<Windows::Web::Http::Filters::IHttpFilter> {
  template <typename D> using type = consume_Windows_Web_Http_Filters_IHttpFilter<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpClient {
  using Answer = Windows::Web::Http::Operation<Windows::Web::Http::HttpResponseMessage>;
  Answer DeleteAsync(const Windows::Foundation::Uri &) const;
  Answer GetAsync(const Windows::Foundation::Uri &) const;
  Answer GetAsync(const Windows::Foundation::Uri &, const Windows::Web::Http::HttpCompletionOption &) const;
  Windows::Web::Http::Operation<hstring> GetStringAsync(const Windows::Foundation::Uri &) const;
  Answer PostAsync(const Windows::Foundation::Uri &, const Windows::Web::Http::IHttpContent &) const;
  Answer PutAsync(const Windows::Foundation::Uri &, const Windows::Web::Http::IHttpContent &) const;
  Answer SendRequestAsync(const Windows::Web::Http::HttpRequestMessage &) const;
  Answer SendRequestAsync(const Windows::Web::Http::HttpRequestMessage &, const Windows::Web::Http::HttpCompletionOption &) const;
  Windows::Web::Http::Headers::HttpRequestHeaderCollection DefaultRequestHeaders() const;
};
template <> struct consume<Windows::Web::Http::IHttpClient> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpClient<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpClient2 {
  using Result = Windows::Web::Http::Operation<Windows::Web::Http::HttpRequestResult>;
  Result TryGetAsync(const Windows::Foundation::Uri &) const;
  Windows::Web::Http::Operation<Windows::Web::Http::HttpGetStringResult> TryGetStringAsync(const Windows::Foundation::Uri &) const;
  Result TryPostAsync(const Windows::Foundation::Uri &, const Windows::Web::Http::IHttpContent &) const;
  Result TrySendRequestAsync(const Windows::Web::Http::HttpRequestMessage &) const;
};
template <> struct consume<Windows::Web::Http::IHttpClient2> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpClient2<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpContent {
  Windows::Foundation::IAsyncOperationWithProgress<hstring, std::uint64_t> ReadAsStringAsync() const;
};
template <> struct consume<Windows::Web::Http::IHttpContent> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpContent<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpRequestMessage {
  Windows::Web::Http::IHttpContent Content() const;
  void Content(const Windows::Web::Http::IHttpContent &) const;
  Windows::Web::Http::Headers::HttpRequestHeaderCollection Headers() const;
  Windows::Web::Http::HttpMethod Method() const;
  void Method(const Windows::Web::Http::HttpMethod &) const;
  Windows::Foundation::Uri RequestUri() const;
  void RequestUri(const Windows::Foundation::Uri &) const;
};
template <> struct consume<Windows::Web::Http::IHttpRequestMessage> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpRequestMessage<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpResponseMessage {
  Windows::Web::Http::IHttpContent Content() const;
  bool IsSuccessStatusCode() const;
  Windows::Web::Http::HttpStatusCode StatusCode() const;
  Windows::Web::Http::HttpResponseMessage EnsureSuccessStatusCode() const;
  Windows::Web::Http::HttpRequestMessage RequestMessage() const;
};
template <> struct consume<Windows::Web::Http::IHttpResponseMessage> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpResponseMessage<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpRequestResult {
  bool Succeeded() const;
  Windows::Web::Http::HttpResponseMessage ResponseMessage() const;
};
template <> struct consume<Windows::Web::Http::IHttpRequestResult> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpRequestResult<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpGetStringResult {
  bool Succeeded() const;
  hstring Value() const;
};
template <> struct consume<Windows::Web::Http::IHttpGetStringResult> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpGetStringResult<D>;
};
template <typename D> struct consume_Windows_Web_Http_IHttpMethod {
  hstring Method() const;
};
template <> struct consume<Windows::Web::Http::IHttpMethod> {
  template <typename D> using type = consume_Windows_Web_Http_IHttpMethod<D>;
};
} // namespace impl

namespace Windows::Web::Http {
namespace Filters {
struct IHttpFilter : Foundation::IInspectable, impl::consume_t<IHttpFilter> {};
} // namespace Filters
struct IHttpClient : Foundation::IInspectable, impl::consume_t<IHttpClient> {};
struct IHttpClient2 : Foundation::IInspectable, impl::consume_t<IHttpClient2> {};
struct IHttpContent : Foundation::IInspectable, impl::consume_t<IHttpContent> {
  IHttpContent(std::nullptr_t = nullptr) noexcept {}
};
struct IHttpRequestMessage : Foundation::IInspectable, impl::consume_t<IHttpRequestMessage> {};
struct IHttpResponseMessage : Foundation::IInspectable, impl::consume_t<IHttpResponseMessage> {};
struct IHttpRequestResult : Foundation::IInspectable, impl::consume_t<IHttpRequestResult> {};
struct IHttpGetStringResult : Foundation::IInspectable, impl::consume_t<IHttpGetStringResult> {};
struct IHttpMethod : Foundation::IInspectable, impl::consume_t<IHttpMethod> {};
struct HttpMethod : IHttpMethod {
  explicit HttpMethod(const param::hstring &);
  static HttpMethod Get();
  static HttpMethod Post();
};
struct HttpClient : IHttpClient, impl::require<HttpClient, IHttpClient2> {
  HttpClient(std::nullptr_t) noexcept {}
  HttpClient();
  explicit HttpClient(const Filters::IHttpFilter &);
};
struct HttpRequestMessage : IHttpRequestMessage, impl::require<HttpRequestMessage, Foundation::IStringable> {
  HttpRequestMessage(std::nullptr_t) noexcept {}
  HttpRequestMessage();
  HttpRequestMessage(const HttpMethod &, const Foundation::Uri &);
};
struct HttpResponseMessage : IHttpResponseMessage {
  HttpResponseMessage(std::nullptr_t) noexcept {}
};
struct HttpRequestResult : IHttpRequestResult {};
struct HttpGetStringResult : IHttpGetStringResult {};
struct HttpStringContent : IHttpContent {
  explicit HttpStringContent(const param::hstring &);
};
} // namespace Windows::Web::Http

} // namespace winrt
#endif
