// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ATL's client: it always names itself, beside a User-Agent among the extra headers.
#include <atlhttp.h>

#define AGENT TEXT("MdePartner-Contoso-Cognito/1.0")
#define LINE TEXT("User-Agent: ") AGENT TEXT("\r\n")

void byDefault() {
  CAtlHttpClient Client;
  CAtlNavigateData Data;
  Data.SetMethod(ATL_HTTP_METHOD_POST);
  Data.SetPort(8080);
  Data.SetPostData(nullptr, 0, TEXT("application/json"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends 'Microsoft-ATL-Native/{version}' [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(TEXT("graph.microsoft.com"), TEXT("/v1.0/me"), &Data);
  Data.SetExtraHeaders(TEXT("Accept: */*\r\n"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.NavigateChunked(TEXT("http://graph.microsoft.com/v1.0/me"), &Data);
  Client.Navigate(TEXT("http://files.contoso.example/graph.microsoft.com"), &Data);
  Client.Navigate(TEXT("files.contoso.example"), TEXT("/graph.microsoft.com"));
}

// Its own line is sent, too.
void ofTheProgram() {
  CAtlHttpClient Client;
  CAtlNavigateData Data, None;
  Data.SetExtraHeaders(LINE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Microsoft-ATL-Native/{its version}' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"), &Data);
  Client.Navigate(TEXT("http://files.contoso.example/v1.0/me"), &Data);
  ATL_NAVIGATE_DATA Plain = {};
  Plain.szExtraHeaders = TEXT("Accept: */*\r\nuser-agent: Contoso\r\n");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso', 'Microsoft-ATL-Native/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"), &Plain);
  Data.SetExtraHeaders(nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"), &Data);
}

bool identify();
void onOneBranch() {
  CAtlHttpClient Client;
  CAtlNavigateData Data;
  if (identify())
    Data.SetExtraHeaders(LINE);
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: User-Agent {{.+}} of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(TEXT("http://api.security.microsoft.com/api/alerts"), &Data);
  if (false)
    Client.Navigate(TEXT("http://api.security.microsoft.com/api/machines"));
}

void urls(LPCTSTR Given) {
  CAtlHttpClient Client;
  CUrl Cracked, Built, Login, Moved, Unknown;
  Cracked.CrackUrl(TEXT("http://api.securitycenter.microsoft.com/api/alerts?$top=5"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(&Cracked);
  Built.SetScheme(ATL_URL_SCHEME_HTTP);
  Built.SetHostName(TEXT("api.securitycenter.microsoft.com"));
  Built.SetUrlPath(TEXT("/api/alerts"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(&Built);
  Login.CrackUrl(TEXT("http://login.microsoftonline.com/common?resource=http://graph.microsoft.com"));
  Client.Navigate(&Login);
  Moved.CrackUrl(TEXT("http://graph.microsoft.com/v1.0/me"));
  Moved.SetHostName(TEXT("proxy.contoso.example"));
  Client.Navigate(&Moved);
  CString Host = Cracked.GetHostName();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(Host, TEXT("/api/machines"));
  Unknown.CrackUrl(Given);
  Client.Navigate(&Unknown);
}

// Headers from a helper; pages; another try.
static CString headers(LPCTSTR Agent) {
  CString Text = TEXT("Accept: */*\r\n");
  if (Agent)
    Text.AppendFormat(TEXT("User-Agent: %s\r\n"), Agent);
  return Text;
}

static bool get(LPCTSTR Url, LPCTSTR Agent) {
  CAtlHttpClient Client;
  CAtlNavigateData Data;
  CString Lines = headers(Agent);
  Data.SetExtraHeaders(Lines);
  return Client.Navigate(Url, &Data) && Client.GetStatus() == 200;
}

void helpers() {
  get(TEXT("http://files.contoso.example/me"), nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  if (!get(TEXT("http://graph.microsoft.com/v1.0/me"), nullptr))
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Microsoft-ATL-Native/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    get(TEXT("http://graph.microsoft.com/v1.0/users"), AGENT);
}

void pages() {
  CAtlHttpClient Client;
  CString Next = TEXT("http://siem.contoso.example/alerts");
  while (!Next.IsEmpty()) {
    Client.Navigate(Next);
    Client.GetHeaderValue(TEXT("Link"), Next);
  }
  Next = TEXT("http://graph.microsoft.com/v1.0/users");
  while (!Next.IsEmpty()) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
    Client.Navigate(Next);
    Client.GetHeaderValue(TEXT("Link"), Next);
  }
}

void unseen(ATL_NAVIGATE_DATA *Given, const CUrl *Url) {
  CAtlHttpClient Client;
  // Whatever it holds: without headers, and with a second one beside ATL's, it is wrong.
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; ATL sends {{.+}} [mde-user-agent]
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"), Given);
  Client.Navigate(Url);
}
