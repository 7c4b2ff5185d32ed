// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -isystem %S/include -isystem %S/../atl/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pointers that count references to COM's objects, and objects of the program's own.
#include <windows.h>
#include <comutil.h>
#include <comip.h>
#include <atlcomcli.h>
#include <httprequest.h>
#include <wrl/client.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"
#define ME L"https://graph.microsoft.com/v1.0/me"
static const CLSID CLSID_WinHttpRequest = {0x2087c2f4, 0x2cef, 0x4953, {0xa8, 0xab, 0x66, 0x77, 0x9b, 0x67, 0x04, 0x95}};
static const IID IID_IWinHttpRequest = {0x016fe2ec, 0xb2c8, 0x45f8, {0xb2, 0x3b, 0x39, 0xe5, 0x3a, 0x75, 0x39, 0x6b}};
struct IFetch : IUnknown { virtual HRESULT STDMETHODCALLTYPE Fetch() = 0; };
struct FetchImpl : IFetch {
  IWinHttpRequest *req;
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void **) override { return 0; }
  ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  HRESULT STDMETHODCALLTYPE Fetch() override {
    IWinHttpRequest *r = nullptr;
    CoCreateInstance(CLSID_WinHttpRequest, nullptr, CLSCTX_INPROC_SERVER, IID_IWinHttpRequest, (void **)&r);
    r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
    return r->Send(_variant_t());
  }
};
void own(const CLSID &c, const IID &i) {
  IFetch *f = nullptr;
  CoCreateInstance(c, nullptr, CLSCTX_ALL, i, (void **)&f);
  f->Fetch();
  f->Release();
}
void wrl() {
  Microsoft::WRL::ComPtr<IWinHttpRequest> r;
  CoCreateInstance(CLSID_WinHttpRequest, nullptr, CLSCTX_INPROC_SERVER, IID_IWinHttpRequest, (void **)r.GetAddressOf());
  r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  r->Send(_variant_t());
  r->SetRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(AGENT));
  r->Send(_variant_t());
}
void wrl2() {
  Microsoft::WRL::ComPtr<IWinHttpRequest> r;
  CoCreateInstance(CLSID_WinHttpRequest, nullptr, CLSCTX_INPROC_SERVER, IID_IWinHttpRequest, &r);
  r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  r->Send(_variant_t());
}
// Of #import and of ATL.
typedef _com_ptr_t<_com_IIID<IWinHttpRequest, &IID_IWinHttpRequest>> RequestPtr;
void comip() {
  RequestPtr r;
  r.CreateInstance(CLSID_WinHttpRequest);
  r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  r->Send(_variant_t());
  RequestPtr q(CLSID_WinHttpRequest);
  q->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  q->SetRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(L"x"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  q->Send(_variant_t());
}

void atl() {
  CComPtr<IWinHttpRequest> r;
  r.CoCreateInstance(L"WinHttp.WinHttpRequest.5.1");
  r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  r->Send(_variant_t());
  CComPtr<IWinHttpRequest> q = r;
  q->SetRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(AGENT));
  r->Send(_variant_t());
  CComPtr<IWinHttpRequest> n;
  if (SUCCEEDED(n.CoCreateInstance(CLSID_WinHttpRequest))) {
    n->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
    n->SetRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(L"contoso"));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    n->Send(_variant_t());
  }
}
