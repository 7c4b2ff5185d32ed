// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of C++/WinRT 2.0, written from learn.microsoft.com (cpp-ref-for-winrt,
// uwp/api/windows.web.http) and the shape that cppwinrt generates: the methods of an
// interface are members of impl::consume_INTERFACE, classes derive from their interfaces.
#ifndef MDE_TEST_WINRT_BASE_H
#define MDE_TEST_WINRT_BASE_H
#include <coroutine>
#include <cstdint>
#include <string>
#include <string_view>

namespace winrt {

struct hstring {
  using value_type = wchar_t;
  hstring() noexcept = default;
  hstring(const hstring &);
  hstring(hstring &&) noexcept;
  hstring &operator=(const hstring &);
  hstring(const wchar_t *);
  hstring(const wchar_t *, std::uint32_t);
  explicit hstring(const std::wstring_view &);
  hstring &operator=(const std::wstring_view &);
  hstring &operator=(const wchar_t *);
  ~hstring();
  operator std::wstring_view() const noexcept;
  const wchar_t *c_str() const noexcept;
  const wchar_t *data() const noexcept;
  const wchar_t *begin() const noexcept;
  const wchar_t *end() const noexcept;
  std::uint32_t size() const noexcept;
  bool empty() const noexcept;
  void clear() noexcept;
  bool starts_with(std::wstring_view) const noexcept;
  bool ends_with(std::wstring_view) const noexcept;

private:
  void *handle_{};
};
hstring operator+(const hstring &, const hstring &);
hstring operator+(const hstring &, const wchar_t *);
hstring operator+(const wchar_t *, const hstring &);
hstring operator+(const hstring &, wchar_t);
hstring operator+(const hstring &, const std::wstring_view &);
bool operator==(const hstring &, const hstring &) noexcept;
bool operator==(const hstring &, const wchar_t *) noexcept;
std::string to_string(std::wstring_view);
hstring to_hstring(std::string_view);
hstring to_hstring(int);

namespace param {
struct hstring {
  hstring(const wchar_t *);
  hstring(const winrt::hstring &);
  hstring(const std::wstring &);
  hstring(const std::wstring_view &);
  hstring(const hstring &) = delete;
  operator const winrt::hstring &() const noexcept;

private:
  void *handle_{};
};
} // namespace param

namespace impl {
template <typename D> struct consume;
template <typename D, typename I = D> using consume_t = typename consume<I>::template type<D>;
template <typename D, typename I> struct require_one : consume_t<D, I> {
  operator I() const noexcept;
};
template <typename D, typename... I> struct require : require_one<D, I>... {};
} // namespace impl

namespace Windows::Foundation {
struct IUnknown {
  IUnknown() noexcept = default;
  IUnknown(std::nullptr_t) noexcept {}
  IUnknown(const IUnknown &) noexcept;
  IUnknown &operator=(const IUnknown &) noexcept;
  ~IUnknown() noexcept;
  explicit operator bool() const noexcept;

private:
  void *pointer_{};
};
} // namespace Windows::Foundation

} // namespace winrt
#endif
