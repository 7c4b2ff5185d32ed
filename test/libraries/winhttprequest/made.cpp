// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An automation object that is seen being made has no option set; headers are forgotten by
// Open, the option is not.
#include <windows.h>
#include <comutil.h>
#include <httprequest.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"
#define ME L"https://graph.microsoft.com/v1.0/me"
extern bool identify();
static const CLSID CLSID_WinHttpRequest = {0x2087c2f4, 0x2cef, 0x4953, {0xa8, 0xab, 0x66, 0x77, 0x9b, 0x67, 0x04, 0x95}};
static const IID IID_IWinHttpRequest = {0x016fe2ec, 0xb2c8, 0x45f8, {0xb2, 0x3b, 0x39, 0xe5, 0x3a, 0x75, 0x39, 0x6b}};
// As in Microsoft's documentation.
int documented() {
  IWinHttpRequest *req = NULL;
  VARIANT varFalse, varEmpty;
  CLSID clsid;
  CoInitialize(NULL);
  VariantInit(&varFalse);
  V_VT(&varFalse) = VT_BOOL;
  V_BOOL(&varFalse) = VARIANT_FALSE;
  VariantInit(&varEmpty);
  V_VT(&varEmpty) = VT_ERROR;
  HRESULT hr = CLSIDFromProgID(L"WinHttp.WinHttpRequest.5.1", &clsid);
  if (SUCCEEDED(hr))
    hr = CoCreateInstance(clsid, NULL, CLSCTX_INPROC_SERVER, IID_IWinHttpRequest, (void **)&req);
  if (SUCCEEDED(hr)) {
    BSTR method = SysAllocString(L"GET"), url = SysAllocString(ME);
    hr = req->Open(method, url, varFalse);
    if (SUCCEEDED(hr)) {
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
      hr = req->Send(varEmpty);
      if (SUCCEEDED(hr)) {
        BSTR body = NULL;
        hr = req->get_ResponseText(&body);
        SysFreeString(body);
      }
    }
    SysFreeString(method);
    SysFreeString(url);
  }
  if (req) req->Release();
  return 0;
}
static IWinHttpRequest *make() {
  IWinHttpRequest *req = nullptr;
  if (FAILED(CoCreateInstance(CLSID_WinHttpRequest, nullptr, CLSCTX_INPROC_SERVER, IID_IWinHttpRequest, reinterpret_cast<void **>(&req))))
    return nullptr;
  return req;
}
static void agent(IWinHttpRequest *req, const wchar_t *value) {
  BSTR name = SysAllocString(L"User-Agent"), text = SysAllocString(value);
  req->SetRequestHeader(name, text);
  SysFreeString(name); SysFreeString(text);
}
static void open(IWinHttpRequest *req, const wchar_t *url) {
  _variant_t async(false);
  req->Open(_bstr_t(L"GET"), _bstr_t(url), async);
}
void helpers() {
  IWinHttpRequest *req = make();
  if (!req) return;
  open(req, ME);
  agent(req, AGENT);
  req->Send(_variant_t());
  open(req, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  req->Send(_variant_t());
  open(req, ME);
  agent(req, L"x");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  req->Send(_variant_t());
  agent(req, AGENT);
  req->Send(_variant_t());
  open(req, L"https://login.microsoftonline.com/graph.microsoft.com");
  req->Send(_variant_t());
  req->Release();
}
void early() {
  IWinHttpRequest *req = make();
  agent(req, AGENT); // before Open it is no use
  open(req, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  req->Send(_variant_t());
}
void option() {
  IWinHttpRequest *req = make();
  req->put_Option(WinHttpRequestOption_UserAgentString, _variant_t(AGENT));
  open(req, ME);
  req->Send(_variant_t());
  open(req, ME);
  req->Send(_variant_t());
  req->put_Option(WinHttpRequestOption_EnableRedirects, _variant_t(false));
  open(req, ME);
  req->Send(_variant_t());
  req->put_Option(WinHttpRequestOption_UserAgentString, _variant_t(L"x"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  req->Send(_variant_t());
  agent(req, AGENT);
  req->Send(_variant_t());
}
void paging() {
  IWinHttpRequest *req = make();
  open(req, ME);
  agent(req, AGENT);
  req->Send(_variant_t());
  BSTR body = nullptr;
  req->get_ResponseText(&body);
  req->Open(_bstr_t(L"GET"), body, _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  req->Send(_variant_t());
}
void async() {
  IWinHttpRequest *req = make();
  req->Open(_bstr_t(L"POST"), _bstr_t(ME), _variant_t(true));
  req->SetRequestHeader(_bstr_t(L"Content-Type"), _bstr_t(L"application/json"));
  if (identify()) agent(req, AGENT);
  req->SetTimeouts(1, 2, 3, 4);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  req->Send(_variant_t(L"{}"));
  VARIANT_BOOL done;
  req->WaitForResponse(_variant_t(5L), &done);
}

void otherInterface() {
  IUnknown *u = nullptr;
  CoCreateInstance(CLSID_WinHttpRequest, nullptr, CLSCTX_ALL, IID_IUnknown, (void **)&u);
  IWinHttpRequest *r = nullptr;
  u->QueryInterface(IID_IWinHttpRequest, (void **)&r);
  r->Open(_bstr_t(L"GET"), _bstr_t(ME), _variant_t(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHttpRequest sends 'Mozilla/4.0 (compatible; Win32; WinHttp.WinHttpRequest.5)' [mde-user-agent]
  r->Send(_variant_t());
}
