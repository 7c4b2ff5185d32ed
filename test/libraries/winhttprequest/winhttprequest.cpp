// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Headers and the option of the automation object.
#include <windows.h>
#include <comutil.h>
#include <httprequest.h>

#define OPEN(REQUEST) (REQUEST)->Open(_bstr_t(L"GET"), _bstr_t(L"https://graph.microsoft.com/v1.0/me"), VARIANT())
#define SEND(REQUEST) (REQUEST)->Send(VARIANT())

extern IWinHttpRequest *made();

void headers(IWinHttpRequest *Request) {
  OPEN(Request);
  Request->SetRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(L"MdePartner-Contoso-Cognito/1.0"));
  SEND(Request);
  Request->SetRequestHeader(_bstr_t(L"user-agent"), _bstr_t(L"Contoso"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(Request);
}

void option() {
  IWinHttpRequest *Good = made(), *Bad = made(), *None = made();
  VARIANT Agent;
  VariantInit(&Agent);
  Agent.vt = VT_BSTR;
  Agent.bstrVal = SysAllocString(L"MdePartner-Contoso-Cognito/1.0");
  Good->put_Option(WinHttpRequestOption_UserAgentString, Agent);
  OPEN(Good);
  SEND(Good);
  Agent.bstrVal = SysAllocString(L"Contoso");
  Bad->put_Option(WinHttpRequestOption_UserAgentString, Agent);
  OPEN(Bad);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(Bad);
  OPEN(None);
  // An object that was not seen being made may have the option.
  SEND(None);
}
