// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -D_UNICODE
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions, requests, headers and URLs of WinINet, in its narrow and wide forms.
#include <string>
#include <windows.h>
#include <tchar.h>
#include <wininet.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ADD HTTP_ADDREQ_FLAG_ADD
#define REPLACE HTTP_ADDREQ_FLAG_REPLACE

using Text = std::basic_string<TCHAR>;

static HINTERNET session(LPCTSTR Agent) { return InternetOpen(Agent, INTERNET_OPEN_TYPE_PRECONFIG, nullptr, nullptr, 0); }

static HINTERNET requestOf(HINTERNET Session, LPCTSTR Host) {
  HINTERNET Connection = InternetConnect(Session, Host, INTERNET_DEFAULT_HTTPS_PORT, nullptr, nullptr, INTERNET_SERVICE_HTTP, 0, 0);
  return HttpOpenRequest(Connection, TEXT("GET"), TEXT("/v1.0/me"), nullptr, nullptr, nullptr, INTERNET_FLAG_SECURE | INTERNET_FLAG_RELOAD, 0);
}

static HINTERNET graph(LPCTSTR Agent) { return requestOf(session(Agent), _T("graph.microsoft.com")); }

void agents() {
  HINTERNET None = graph(nullptr), Empty = graph(TEXT("")), Good = graph(TEXT(AGENT)), Bad = graph(_T("Contoso/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  HttpSendRequest(None, nullptr, 0, nullptr, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  HttpSendRequest(Empty, nullptr, 0, nullptr, 0);
  HttpSendRequest(Good, nullptr, 0, nullptr, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  HttpSendRequest(Bad, nullptr, 0, nullptr, 0);
}

void headers() {
  HINTERNET Good = graph(TEXT("Contoso")), Twice = graph(nullptr), Replaced = graph(nullptr), Removed = graph(nullptr);
  Text Line = Text(TEXT("User-Agent: ")) + TEXT(AGENT) + TEXT("\r\n");
  HttpAddRequestHeaders(Good, Line.c_str(), static_cast<DWORD>(Line.length()), ADD);
  HttpSendRequest(Good, TEXT("Accept: */*\r\n"), -1, nullptr, 0);
  HttpAddRequestHeaders(Twice, Line.c_str(), -1L, ADD);
  HttpAddRequestHeaders(Twice, TEXT("User-Agent: Contoso"), -1L, ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Contoso' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  HttpSendRequest(Twice, nullptr, 0, nullptr, 0);
  HttpAddRequestHeaders(Replaced, TEXT("User-Agent: Contoso"), -1L, ADD);
  HttpAddRequestHeaders(Replaced, Line.c_str(), -1L, ADD | REPLACE);
  HttpSendRequest(Replaced, nullptr, 0, nullptr, 0);
  HttpAddRequestHeaders(Removed, Line.c_str(), -1L, ADD);
  HttpAddRequestHeaders(Removed, TEXT("user-agent:"), -1L, REPLACE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  HttpSendRequest(Removed, nullptr, 0, nullptr, 0);
}

void givenToTheSend() {
  HINTERNET Good = graph(TEXT("Contoso")), Bad = graph(TEXT(AGENT)), Cut = graph(nullptr), Extended = graph(nullptr), Plain = graph(nullptr);
  HttpSendRequest(Good, TEXT("User-Agent: " AGENT), (DWORD)-1, nullptr, 0);
  HttpAddRequestHeaders(Bad, TEXT("User-Agent: " AGENT), -1, ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  HttpSendRequest(Bad, TEXT("User-Agent: Contoso\r\n"), -1, nullptr, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso' of the request to graph.microsoft.com is malformed: names no product [mde-user-agent]
  HttpSendRequest(Cut, TEXT("User-Agent: " AGENT), 30, nullptr, 0);
  INTERNET_BUFFERS Buffers = {};
  Buffers.dwStructSize = sizeof Buffers;
  Buffers.lpcszHeader = TEXT("User-Agent: " AGENT);
  Buffers.dwHeadersLength = -1;
  HttpSendRequestEx(Extended, &Buffers, nullptr, 0, 0);
  HttpEndRequest(Extended, nullptr, 0, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  HttpSendRequestEx(Plain, nullptr, nullptr, 0, 0);
}

void whole() {
  HINTERNET Good = session(TEXT(AGENT)), None = session(nullptr);
  InternetOpenUrl(Good, TEXT("https://graph.microsoft.com/v1.0/me"), nullptr, 0, INTERNET_FLAG_RELOAD, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  InternetOpenUrl(None, TEXT("https://graph.microsoft.com/v1.0/me"), TEXT("Accept: */*"), -1, INTERNET_FLAG_RELOAD, 0);
  InternetOpenUrl(None, TEXT("https://graph.microsoft.com/v1.0/me"), TEXT("Accept: */*\r\nUser-Agent: " AGENT "\r\n"), -1, 0, 0);
  InternetOpenUrl(None, TEXT("https://login.microsoftonline.com/?to=https://graph.microsoft.com/"), nullptr, 0, 0, 0);
  InternetOpenUrl(None, TEXT("https://graph.microsoft.com.contoso.example/"), nullptr, 0, 0, 0);
}

// An older name for the narrow and the wide forms.
void forms() {
  HINTERNET Narrow = InternetOpenA("Contoso/A", INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, 0);
  HINTERNET Wide = InternetOpenW(L"Contoso/W", INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/A' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  InternetOpenUrlA(Narrow, "https://graph.microsoft.com/v1.0/me", nullptr, 0, 0, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/W' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  InternetOpenUrlW(Wide, L"https://graph.microsoft.com/v1.0/me", nullptr, 0, 0, 0);
}

void option() {
  TCHAR Agent[] = TEXT(AGENT);
  HINTERNET Good = session(TEXT("Contoso")), Late = session(nullptr);
  InternetSetOption(Good, INTERNET_OPTION_USER_AGENT, Agent, lstrlen(Agent));
  HttpSendRequest(requestOf(Good, TEXT("graph.microsoft.com")), nullptr, 0, nullptr, 0);
  HINTERNET Request = requestOf(Late, TEXT("graph.microsoft.com"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinINet sends none [mde-user-agent]
  HttpSendRequest(Request, nullptr, 0, nullptr, 0);
  InternetSetOption(Late, INTERNET_OPTION_USER_AGENT, Agent, lstrlen(Agent));
  HttpSendRequest(Request, nullptr, 0, nullptr, 0);
  InternetSetOption(nullptr, INTERNET_OPTION_RESET_URLCACHE_SESSION, nullptr, 0);
}

// A class that reads whole answers and knows how to go on.
class Reader {
public:
  explicit Reader(LPCSTR Agent) : Session(InternetOpenA(Agent, INTERNET_OPEN_TYPE_PRECONFIG, nullptr, nullptr, 0)) {}
  ~Reader() { InternetCloseHandle(Session); }
  std::string get(const std::string &Url) const {
    std::string Body;
    HINTERNET Request = InternetOpenUrlA(Session, Url.c_str(), nullptr, 0, INTERNET_FLAG_RELOAD, 0);
    if (!Request)
      return Body;
    char Part[4096];
    DWORD Read = 0;
    while (InternetReadFile(Request, Part, sizeof Part, &Read) && Read > 0)
      Body.append(Part, Read);
    InternetCloseHandle(Request);
    return Body;
  }
  std::string getByParts(const std::string &Url) const {
    URL_COMPONENTSA Parts = {};
    char Host[INTERNET_MAX_HOST_NAME_LENGTH], Path[INTERNET_MAX_PATH_LENGTH];
    Parts.dwStructSize = sizeof Parts;
    Parts.lpszHostName = Host;
    Parts.dwHostNameLength = sizeof Host;
    Parts.lpszUrlPath = Path;
    Parts.dwUrlPathLength = sizeof Path;
    if (!InternetCrackUrlA(Url.c_str(), static_cast<DWORD>(Url.size()), 0, &Parts) || Parts.nScheme != INTERNET_SCHEME_HTTPS)
      return "";
    HINTERNET Connection = InternetConnectA(Session, Parts.lpszHostName, Parts.nPort, nullptr, nullptr, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET Request = HttpOpenRequestA(Connection, "GET", Parts.lpszUrlPath, "HTTP/1.1", nullptr, nullptr, INTERNET_FLAG_SECURE, 0);
    if (!HttpSendRequestA(Request, nullptr, 0, nullptr, 0))
      return "";
    char Location[1024];
    DWORD Size = sizeof Location, Index = 0;
    return HttpQueryInfoA(Request, HTTP_QUERY_LOCATION, Location, &Size, &Index) ? Location : "";
  }

private:
  HINTERNET Session;
};

void followed() {
  Reader Good(AGENT), Bad("Contoso/1.0");
  std::string Next = Good.get("https://graph.microsoft.com/v1.0/me/messages");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Bad.get(Next.substr(Next.find("https://")));
  Good.get(Next.substr(Next.find("https://")));
  Next = Good.getByParts("https://api.securitycenter.microsoft.com/api/alerts?$top=1");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Bad.getByParts(Next);
  Bad.getByParts("https://siem.contoso.example/?for=https://api.securitycenter.microsoft.com/");
}

void combined() {
  char Url[256];
  DWORD Size = sizeof Url;
  if (!InternetCombineUrlA("https://graph.microsoft.com/v1.0/", "me", Url, &Size, 0))
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Reader("Contoso/1.0").get(Url);
  Size = sizeof Url;
  if (!InternetCombineUrlA("https://graph.microsoft.com/v1.0/", "https://siem.contoso.example/", Url, &Size, 0))
    return;
  Reader("Contoso/1.0").get(Url);
}

// Asynchronous sessions tell of progress.
static void CALLBACK progress(HINTERNET, DWORD_PTR Context, DWORD Status, LPVOID, DWORD) {
  if (Status == INTERNET_STATUS_REQUEST_COMPLETE) {
    HINTERNET Next = graph(nullptr);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    HttpSendRequestA(Next, reinterpret_cast<const char *>(Context), -1, nullptr, 0);
  }
}

void asynchronous() {
  HINTERNET Session = InternetOpenA(AGENT, INTERNET_OPEN_TYPE_PRECONFIG, nullptr, nullptr, INTERNET_FLAG_ASYNC);
  InternetSetStatusCallback(Session, progress);
  InternetOpenUrlA(Session, "https://graph.microsoft.com/v1.0/me", nullptr, 0, 0, reinterpret_cast<DWORD_PTR>("User-Agent: " AGENT));
  InternetOpenUrlA(Session, "https://graph.microsoft.com/v1.0/me", nullptr, 0, 0, reinterpret_cast<DWORD_PTR>("User-Agent: Contoso"));
}

// What is not known is no finding.
extern LPCTSTR setting();
extern void configure(HINTERNET);

void unknown(HINTERNET Unseen) {
  HINTERNET Header = graph(nullptr), Sent = graph(nullptr), Configured = session(nullptr);
  HttpAddRequestHeaders(Header, setting(), -1, ADD | REPLACE);
  HttpSendRequest(Header, nullptr, 0, nullptr, 0);
  HttpSendRequest(Sent, setting(), -1, nullptr, 0);
  HttpSendRequest(graph(setting()), nullptr, 0, nullptr, 0);
  InternetOpenUrl(Unseen, TEXT("https://graph.microsoft.com/v1.0/me"), nullptr, 0, 0, 0);
  configure(Configured);
  InternetOpenUrl(Configured, TEXT("https://graph.microsoft.com/v1.0/me"), nullptr, 0, 0, 0);
}
