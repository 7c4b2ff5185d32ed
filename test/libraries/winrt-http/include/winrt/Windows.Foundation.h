// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See base.h.
#ifndef MDE_TEST_WINRT_FOUNDATION_H
#define MDE_TEST_WINRT_FOUNDATION_H
#include "base.h"
#include <utility>

namespace winrt {

namespace Windows::Foundation {
struct IUriRuntimeClass;
struct IStringable;
struct Uri;
struct IAsyncAction;
template <typename T> struct IAsyncOperation;
template <typename T, typename P> struct IAsyncOperationWithProgress;
template <typename T, typename P> struct AsyncOperationWithProgressCompletedHandler;
template <typename T> struct AsyncOperationCompletedHandler;
enum class AsyncStatus { Started, Completed, Canceled, Error };
namespace Collections {
template <typename T> struct IVector;
template <typename K, typename V> struct IMap;
} // namespace Collections
} // namespace Windows::Foundation

namespace impl {
template <typename D> struct consume_Windows_Foundation_IUriRuntimeClass {
  hstring AbsoluteUri() const;
  hstring DisplayUri() const;
  hstring RawUri() const;
  hstring Host() const;
  hstring Path() const;
  hstring Query() const;
  hstring SchemeName() const;
  Windows::Foundation::Uri CombineUri(const param::hstring &) const;
};
template <> struct consume<Windows::Foundation::IUriRuntimeClass> {
  template <typename D> using type = consume_Windows_Foundation_IUriRuntimeClass<D>;
};
template <typename D> struct consume_Windows_Foundation_IStringable {
  hstring ToString() const;
};
template <> struct consume<Windows::Foundation::IStringable> {
  template <typename D> using type = consume_Windows_Foundation_IStringable<D>;
};
template <typename D> struct consume_Windows_Foundation_IAsyncAction {
  void get() const;
  void GetResults() const;
};
template <> struct consume<Windows::Foundation::IAsyncAction> {
  template <typename D> using type = consume_Windows_Foundation_IAsyncAction<D>;
};
template <typename D, typename T> struct consume_Windows_Foundation_IAsyncOperation {
  T get() const;
  T GetResults() const;
  void Completed(const Windows::Foundation::AsyncOperationCompletedHandler<T> &) const;
};
template <typename T> struct consume<Windows::Foundation::IAsyncOperation<T>> {
  template <typename D> using type = consume_Windows_Foundation_IAsyncOperation<D, T>;
};
template <typename D, typename T, typename P> struct consume_Windows_Foundation_IAsyncOperationWithProgress {
  T get() const;
  T GetResults() const;
  void Completed(const Windows::Foundation::AsyncOperationWithProgressCompletedHandler<T, P> &) const;
};
template <typename T, typename P> struct consume<Windows::Foundation::IAsyncOperationWithProgress<T, P>> {
  template <typename D> using type = consume_Windows_Foundation_IAsyncOperationWithProgress<D, T, P>;
};
template <typename D, typename T> struct consume_Windows_Foundation_Collections_IVector {
  void Append(const T &) const;
  void Clear() const;
  void RemoveAtEnd() const;
  std::uint32_t Size() const;
};
template <typename T> struct consume<Windows::Foundation::Collections::IVector<T>> {
  template <typename D> using type = consume_Windows_Foundation_Collections_IVector<D, T>;
};
template <typename D, typename K, typename V> struct consume_Windows_Foundation_Collections_IMap {
  V Lookup(const param::hstring &) const;
  bool HasKey(const param::hstring &) const;
  bool Insert(const param::hstring &, const param::hstring &) const;
  void Remove(const param::hstring &) const;
  void Clear() const;
};
template <typename K, typename V> struct consume<Windows::Foundation::Collections::IMap<K, V>> {
  template <typename D> using type = consume_Windows_Foundation_Collections_IMap<D, K, V>;
};
} // namespace impl

namespace Windows::Foundation {
struct IInspectable : IUnknown {
  using IUnknown::IUnknown;
};
struct IStringable : IInspectable, impl::consume_t<IStringable> {};
struct IUriRuntimeClass : IInspectable, impl::consume_t<IUriRuntimeClass> {
  IUriRuntimeClass(std::nullptr_t = nullptr) noexcept {}
};
struct Uri : IUriRuntimeClass, impl::require<Uri, IStringable> {
  Uri(std::nullptr_t) noexcept {}
  explicit Uri(const param::hstring &);
  Uri(const param::hstring &base, const param::hstring &relative);
};
struct IAsyncAction : IInspectable, impl::consume_t<IAsyncAction> {};
template <typename T>
struct IAsyncOperation : IInspectable, impl::consume_t<IAsyncOperation<T>> {};
template <typename T, typename P>
struct IAsyncOperationWithProgress : IInspectable, impl::consume_t<IAsyncOperationWithProgress<T, P>> {};
template <typename T> struct AsyncOperationCompletedHandler : IUnknown {
  template <typename L> AsyncOperationCompletedHandler(L) {}
};
template <typename T, typename P> struct AsyncOperationWithProgressCompletedHandler : IUnknown {
  template <typename L> AsyncOperationWithProgressCompletedHandler(L) {}
};
namespace Collections {
template <typename T> struct IVector : IInspectable, impl::consume_t<IVector<T>> {};
template <typename K, typename V> struct IMap : IInspectable, impl::consume_t<IMap<K, V>> {};
} // namespace Collections
} // namespace Windows::Foundation

// Coroutines.
namespace impl {
template <typename Async> struct await_adapter {
  const Async &async;
  bool await_ready() const noexcept;
  bool await_suspend(std::coroutine_handle<>) const;
  auto await_resume() const { return async.GetResults(); }
};
template <typename D, typename Async> struct promise_base {
  Async get_return_object() const noexcept;
  std::suspend_never initial_suspend() const noexcept;
  std::suspend_never final_suspend() const noexcept;
  void unhandled_exception() noexcept;
};
} // namespace impl
namespace Windows::Foundation {
inline impl::await_adapter<IAsyncAction> operator co_await(const IAsyncAction &async) { return {async}; }
template <typename T> impl::await_adapter<IAsyncOperation<T>> operator co_await(const IAsyncOperation<T> &async) {
  return {async};
}
template <typename T, typename P>
impl::await_adapter<IAsyncOperationWithProgress<T, P>> operator co_await(const IAsyncOperationWithProgress<T, P> &async) {
  return {async};
}
} // namespace Windows::Foundation

} // namespace winrt

template <typename... Args> struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncAction, Args...> {
  struct promise_type final : winrt::impl::promise_base<promise_type, winrt::Windows::Foundation::IAsyncAction> {
    void return_void() const noexcept;
  };
};
template <typename T, typename... Args>
struct std::coroutine_traits<winrt::Windows::Foundation::IAsyncOperation<T>, Args...> {
  struct promise_type final : winrt::impl::promise_base<promise_type, winrt::Windows::Foundation::IAsyncOperation<T>> {
    void return_value(const T &) noexcept;
  };
};
#endif
