// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See base.h.
#ifndef MDE_TEST_WINRT_WEB_HTTP_HEADERS_H
#define MDE_TEST_WINRT_WEB_HTTP_HEADERS_H
#include "Windows.Foundation.h"

namespace winrt {

namespace Windows::Web::Http::Headers {
struct IHttpRequestHeaderCollection;
struct IHttpProductInfoHeaderValue;
struct IHttpProductInfoHeaderValueCollection;
struct HttpRequestHeaderCollection;
struct HttpProductInfoHeaderValue;
struct HttpProductInfoHeaderValueCollection;
} // namespace Windows::Web::Http::Headers

namespace impl {
template <typename D> struct consume_Windows_Web_Http_Headers_IHttpRequestHeaderCollection {
  void Append(const param::hstring &name, const param::hstring &value) const;
  bool TryAppendWithoutValidation(const param::hstring &name, const param::hstring &value) const;
  Windows::Web::Http::Headers::HttpProductInfoHeaderValueCollection UserAgent() const;
};
template <> struct consume<Windows::Web::Http::Headers::IHttpRequestHeaderCollection> {
  template <typename D> using type = consume_Windows_Web_Http_Headers_IHttpRequestHeaderCollection<D>;
};
template <typename D> struct consume_Windows_Web_Http_Headers_IHttpProductInfoHeaderValueCollection {
  void ParseAdd(const param::hstring &input) const;
  bool TryParseAdd(const param::hstring &input) const;
};
template <> struct consume<Windows::Web::Http::Headers::IHttpProductInfoHeaderValueCollection> {
  template <typename D> using type = consume_Windows_Web_Http_Headers_IHttpProductInfoHeaderValueCollection<D>;
};
template <typename D> struct consume_Windows_Web_Http_Headers_IHttpProductInfoHeaderValue {
  hstring Comment() const;
};
template <> struct consume<Windows::Web::Http::Headers::IHttpProductInfoHeaderValue> {
  template <typename D> using type = consume_Windows_Web_Http_Headers_IHttpProductInfoHeaderValue<D>;
};
} // namespace impl

namespace Windows::Web::Http::Headers {
struct IHttpRequestHeaderCollection : Foundation::IInspectable, impl::consume_t<IHttpRequestHeaderCollection> {};
struct IHttpProductInfoHeaderValueCollection : Foundation::IInspectable,
                                               impl::consume_t<IHttpProductInfoHeaderValueCollection> {};
struct IHttpProductInfoHeaderValue : Foundation::IInspectable, impl::consume_t<IHttpProductInfoHeaderValue> {};
struct HttpProductInfoHeaderValue : IHttpProductInfoHeaderValue {
  explicit HttpProductInfoHeaderValue(const param::hstring &productComment);
  HttpProductInfoHeaderValue(const param::hstring &productName, const param::hstring &productVersion);
  static HttpProductInfoHeaderValue Parse(const param::hstring &input);
  static bool TryParse(const param::hstring &input, HttpProductInfoHeaderValue &value);
};
struct HttpRequestHeaderCollection
    : IHttpRequestHeaderCollection,
      impl::require<HttpRequestHeaderCollection, Foundation::Collections::IMap<hstring, hstring>, Foundation::IStringable> {
  using impl::consume_t<HttpRequestHeaderCollection, Foundation::Collections::IMap<hstring, hstring>>::Clear;
};
struct HttpProductInfoHeaderValueCollection
    : IHttpProductInfoHeaderValueCollection,
      impl::require<HttpProductInfoHeaderValueCollection, Foundation::Collections::IVector<HttpProductInfoHeaderValue>> {};
} // namespace Windows::Web::Http::Headers

} // namespace winrt
#endif
