// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The interface IWinHttpRequest of WinHTTP 5.1, after Microsoft's reference of WinHttpRequest
// (learn.microsoft.com, Win32, WinHTTP), for systems without a Windows SDK.
#pragma once
#include <windows.h>
#include <oaidl.h>

enum WinHttpRequestOption {
  WinHttpRequestOption_UserAgentString = 0,
  WinHttpRequestOption_URL = 1,
  WinHttpRequestOption_EnableRedirects = 6,
};

struct __declspec(uuid("016fe2ec-b2c8-45f8-b23b-39e53a75396b")) IWinHttpRequest : public IDispatch {
  virtual HRESULT WINAPI SetProxy(LONG Setting, VARIANT Server, VARIANT Bypass) = 0;
  virtual HRESULT WINAPI SetCredentials(BSTR User, BSTR Password, LONG Flags) = 0;
  virtual HRESULT WINAPI Open(BSTR Method, BSTR Url, VARIANT Async) = 0;
  virtual HRESULT WINAPI SetRequestHeader(BSTR Header, BSTR Value) = 0;
  virtual HRESULT WINAPI GetResponseHeader(BSTR Header, BSTR *Value) = 0;
  virtual HRESULT WINAPI GetAllResponseHeaders(BSTR *Headers) = 0;
  virtual HRESULT WINAPI Send(VARIANT Body) = 0;
  virtual HRESULT WINAPI get_Status(LONG *Status) = 0;
  virtual HRESULT WINAPI get_ResponseText(BSTR *Body) = 0;
  virtual HRESULT WINAPI put_Option(WinHttpRequestOption Option, VARIANT Value) = 0;
  virtual HRESULT WINAPI WaitForResponse(VARIANT Timeout, VARIANT_BOOL *Succeeded) = 0;
  virtual HRESULT WINAPI Abort() = 0;
  virtual HRESULT WINAPI SetTimeouts(LONG Resolve, LONG Connect, LONG Send, LONG Receive) = 0;
  virtual HRESULT WINAPI SetClientCertificate(BSTR Certificate) = 0;
  virtual HRESULT WINAPI SetAutoLogonPolicy(LONG Policy) = 0;
};
