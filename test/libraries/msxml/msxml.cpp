// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests of MSXML through their interfaces, texts of COM.
#include <windows.h>
#include <comutil.h>
#include <msxml2.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"

extern const CLSID RequestClass;
extern const IID RequestInterface;

static IXMLHTTPRequest *made() {
  IXMLHTTPRequest *Request = nullptr;
  CoCreateInstance(RequestClass, nullptr, CLSCTX_INPROC_SERVER, RequestInterface, reinterpret_cast<void **>(&Request));
  return Request;
}

// What a function does first to an object that unseen code made is lost to its caller
// (helpers.cpp), so these are macros.
#define OPEN(REQUEST, URL) (REQUEST)->open(_bstr_t(L"GET"), _bstr_t(URL), VARIANT(), VARIANT(), VARIANT())
#define SEND(REQUEST) (REQUEST)->send(VARIANT())
#define GRAPH(NAME) IXMLHTTPRequest *NAME = made(); OPEN(NAME, L"https://graph.microsoft.com/v1.0/me")

void agents() {
  GRAPH(None);
  GRAPH(Good);
  GRAPH(Bad);
  GRAPH(Other);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MSXML sends 'Internet Explorer's' [mde-user-agent]
  SEND(None);
  Good->setRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(AGENT));
  SEND(Good);
  Bad->setRequestHeader(_bstr_t("user-agent"), _bstr_t(L"Contoso") + L"/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(Bad);
  Other->setRequestHeader(_bstr_t(L"Accept"), _bstr_t(L"application/json"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MSXML sends 'Internet Explorer's' [mde-user-agent]
  SEND(Other);
}

// open forgets the headers.
void again() {
  GRAPH(Request);
  BSTR Name = SysAllocString(L"User-Agent"), Value = SysAllocString(AGENT);
  Request->setRequestHeader(Name, Value);
  SEND(Request);
  OPEN(Request, L"https://graph.microsoft.com/v1.0/users");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MSXML sends 'Internet Explorer's' [mde-user-agent]
  SEND(Request);
  OPEN(Request, L"https://login.microsoftonline.com/?to=graph.microsoft.com");
  SEND(Request);
  SysFreeString(Name);
  SysFreeString(Value);
}

void server(IServerXMLHTTPRequest *Request) {
  OPEN(Request, L"https://graph.microsoft.com/v1.0/me");
  Request->setTimeouts(1000, 1000, 1000, 1000);
  Request->setRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(AGENT));
  SEND(Request);
  BSTR Text = nullptr;
  Request->get_responseText(&Text);
  OPEN(Request, Text);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MSXML sends 'Internet Explorer's' [mde-user-agent]
  SEND(Request);
}

// Set twice: which goes out is not known.
void twice() {
  GRAPH(Request);
  Request->setRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(AGENT));
  Request->setRequestHeader(_bstr_t(L"User-Agent"), _bstr_t(L"Contoso"));
  SEND(Request);
}

extern void configure(IXMLHTTPRequest *);

void unknown(BSTR Name, BSTR Value) {
  GRAPH(Request);
  GRAPH(Configured);
  Request->setRequestHeader(Name, Value);
  SEND(Request);
  configure(Configured);
  SEND(Configured);
}
