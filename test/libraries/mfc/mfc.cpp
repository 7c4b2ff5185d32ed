// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions, connections and files of MFC; CString.
#include <afxinet.h>

#define AGENT TEXT("MdePartner-Contoso-Cognito/1.0")

static CHttpFile *graph(CInternetSession &Session) {
  CHttpConnection *Connection = Session.GetHttpConnection(TEXT("graph.microsoft.com"), INTERNET_PORT(INTERNET_DEFAULT_HTTPS_PORT));
  return Connection->OpenRequest(CHttpConnection::HTTP_VERB_GET, TEXT("/v1.0/me"), nullptr, 1, nullptr, nullptr, INTERNET_FLAG_SECURE);
}

void agents() {
  CInternetSession None, Good(AGENT), Bad(TEXT("Contoso/1.0"));
  CString Made;
  Made.Format(TEXT("MdePartner-%s-%s/%d"), TEXT("Contoso"), TEXT("Cognito"), 2);
  CInternetSession Formatted(Made);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MFC sends 'the application's name' [mde-user-agent]
  graph(None)->SendRequest();
  graph(Good)->SendRequest();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  graph(Bad)->SendRequest();
  graph(Formatted)->SendRequest();
}

void headers() {
  CInternetSession Session;
  CHttpFile *Added = graph(Session), *Kept = graph(Session), *Replaced = graph(Session), *Sent = graph(Session);
  CString Line = CString(TEXT("User-Agent: ")) + AGENT;
  Line += TEXT("\r\n");
  Added->AddRequestHeaders(Line.GetString());
  Added->SendRequest();
  Kept->AddRequestHeaders(TEXT("User-Agent: Contoso"));
  Kept->AddRequestHeaders(Line.GetString()); // there is one
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Kept->SendRequest();
  Replaced->AddRequestHeaders(TEXT("User-Agent: Contoso"));
  Replaced->AddRequestHeaders(Line, HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE);
  Replaced->SendRequest();
  Sent->SendRequest(Line);
}

void whole() {
  CInternetSession Good(AGENT), None;
  CString Body;
  CStdioFile *File = Good.OpenURL(TEXT("https://graph.microsoft.com/v1.0/me"));
  while (File->ReadString(Body))
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; MFC sends 'the application's name' [mde-user-agent]
    None.OpenURL(Body);
  None.OpenURL(TEXT("https://graph.microsoft.com/v1.0/me"), 1, 0, TEXT("User-Agent: MdePartner-Contoso-Cognito/1.0\r\n"), -1);
  None.OpenURL(TEXT("https://files.contoso.example/graph.microsoft.com"));
}

void parsed() {
  CInternetSession Session(TEXT("Contoso"));
  CString Server, Object;
  DWORD Type;
  INTERNET_PORT Port;
  AfxParseURL(TEXT("https://api.securitycenter.microsoft.com/api/alerts"), Type, Server, Object, Port);
  CHttpFile *File = Session.GetHttpConnection(Server, Port)->OpenRequest(TEXT("GET"), Object);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  File->SendRequest();
}
