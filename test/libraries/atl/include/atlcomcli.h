// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of ATL's CComPtr, written from its documentation (learn.microsoft.com,
// C++, ATL: CComPtr, CComPtrBase, CComQIPtr). As there, the methods have bodies.
#ifndef MDE_TEST_ATLCOMCLI_H
#define MDE_TEST_ATLCOMCLI_H
#include <windows.h>

namespace ATL {
template <class T> class CComPtrBase {
protected:
  CComPtrBase() : p(nullptr) {}
  CComPtrBase(T *other) : p(other) {
    if (p)
      p->AddRef();
  }

public:
  typedef T _PtrClass;
  ~CComPtrBase() {
    if (p)
      p->Release();
  }
  operator T *() const { return p; }
  T &operator*() const { return *p; }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  bool operator!() const { return p == nullptr; }
  void Release() {
    T *was = p;
    if (was) {
      p = nullptr;
      was->Release();
    }
  }
  void Attach(T *other) {
    if (p)
      p->Release();
    p = other;
  }
  T *Detach() {
    T *was = p;
    p = nullptr;
    return was;
  }
  HRESULT CopyTo(T **to) {
    *to = p;
    if (p)
      p->AddRef();
    return S_OK;
  }
  HRESULT CoCreateInstance(REFCLSID clsid, LPUNKNOWN outer = nullptr, DWORD context = CLSCTX_ALL) {
    return ::CoCreateInstance(clsid, outer, context, __uuidof(T), (void **)&p);
  }
  HRESULT CoCreateInstance(LPCOLESTR name, LPUNKNOWN outer = nullptr, DWORD context = CLSCTX_ALL) {
    CLSID clsid;
    HRESULT result = CLSIDFromProgID(name, &clsid);
    if (SUCCEEDED(result))
      result = ::CoCreateInstance(clsid, outer, context, __uuidof(T), (void **)&p);
    return result;
  }
  template <class Q> HRESULT QueryInterface(Q **to) const { return p->QueryInterface(__uuidof(Q), (void **)to); }
  T *p;
};

template <class T> class CComPtr : public CComPtrBase<T> {
public:
  CComPtr() {}
  CComPtr(T *other) : CComPtrBase<T>(other) {}
  CComPtr(const CComPtr<T> &other) : CComPtrBase<T>(other.p) {}
  T *operator=(T *other) {
    if (this->p != other)
      CComPtr(other).Swap(*this);
    return *this;
  }
  T *operator=(const CComPtr<T> &other) {
    if (this->p != other.p)
      CComPtr(other).Swap(*this);
    return *this;
  }
  void Swap(CComPtr &other) {
    T *was = this->p;
    this->p = other.p;
    other.p = was;
  }
};
} // namespace ATL
#ifndef _ATL_NO_AUTOMATIC_NAMESPACE
using namespace ATL;
#endif
#endif
