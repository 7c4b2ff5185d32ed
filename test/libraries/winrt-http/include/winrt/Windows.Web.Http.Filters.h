// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See base.h.
#ifndef MDE_TEST_WINRT_WEB_HTTP_FILTERS_H
#define MDE_TEST_WINRT_WEB_HTTP_FILTERS_H
#include "Windows.Web.Http.h"

namespace winrt {
namespace Windows::Web::Http::Filters {
struct IHttpBaseProtocolFilter;
}
namespace impl {
template <typename D> struct consume_Windows_Web_Http_Filters_IHttpBaseProtocolFilter {
  void AllowAutoRedirect(bool) const;
};
template <> struct consume<Windows::Web::Http::Filters::IHttpBaseProtocolFilter> {
  template <typename D> using type = consume_Windows_Web_Http_Filters_IHttpBaseProtocolFilter<D>;
};
} // namespace impl
namespace Windows::Web::Http::Filters {
struct IHttpBaseProtocolFilter : Foundation::IInspectable, impl::consume_t<IHttpBaseProtocolFilter> {};
struct HttpBaseProtocolFilter : IHttpBaseProtocolFilter, impl::require<HttpBaseProtocolFilter, IHttpFilter> {
  HttpBaseProtocolFilter();
};
} // namespace Windows::Web::Http::Filters
} // namespace winrt
#endif
