// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handles in classes, URLs by parts, next pages, callbacks.
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>
#include <windows.h>
#include <winhttp.h>

namespace {

constexpr wchar_t Agent[] = L"MdePartner-Contoso-Cognito/1.0";

struct Closer {
  void operator()(void *Handle) const { WinHttpCloseHandle(Handle); }
};
using Handle = std::unique_ptr<void, Closer>;

std::wstring wide(const std::string &Text) {
  int Size = MultiByteToWideChar(CP_UTF8, 0, Text.c_str(), static_cast<int>(Text.size()), nullptr, 0);
  std::wstring Wide(Size, L'\0');
  MultiByteToWideChar(CP_UTF8, 0, Text.c_str(), static_cast<int>(Text.size()), &Wide[0], Size);
  return Wide;
}

class Client {
public:
  explicit Client(const std::wstring &Agent)
      : Session(WinHttpOpen(Agent.c_str(), WINHTTP_ACCESS_TYPE_DEFAULT_PROXY, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS, 0)) {
    if (!Session)
      throw std::runtime_error("no session");
  }

  std::string get(const std::wstring &Host, const std::wstring &Path, const std::wstring &Headers = L"") {
    Handle Connection(WinHttpConnect(Session.get(), Host.c_str(), INTERNET_DEFAULT_HTTPS_PORT, 0));
    Handle Request(WinHttpOpenRequest(Connection.get(), L"GET", Path.c_str(), nullptr, WINHTTP_NO_REFERER,
                                      WINHTTP_DEFAULT_ACCEPT_TYPES, WINHTTP_FLAG_SECURE));
    if (!Headers.empty())
      WinHttpAddRequestHeaders(Request.get(), Headers.c_str(), static_cast<DWORD>(Headers.size()), WINHTTP_ADDREQ_FLAG_ADD);
    for (int Try = 0; Try < 3; ++Try)
      if (WinHttpSendRequest(Request.get(), WINHTTP_NO_ADDITIONAL_HEADERS, 0, WINHTTP_NO_REQUEST_DATA, 0, 0, 0) &&
          WinHttpReceiveResponse(Request.get(), nullptr))
        break;
    std::string Body;
    DWORD Size = 0, Read = 0;
    while (WinHttpQueryDataAvailable(Request.get(), &Size) && Size) {
      std::vector<char> Part(Size);
      if (!WinHttpReadData(Request.get(), Part.data(), Size, &Read))
        break;
      Body.append(Part.data(), Read);
    }
    return Body;
  }

  // What is not null-terminated, as WinHttpCrackUrl gives it.
  std::string get(const std::wstring &Url) {
    URL_COMPONENTS Parts;
    ZeroMemory(&Parts, sizeof Parts);
    Parts.dwStructSize = sizeof Parts;
    Parts.dwHostNameLength = Parts.dwUrlPathLength = Parts.dwExtraInfoLength = static_cast<DWORD>(-1);
    if (!WinHttpCrackUrl(Url.c_str(), static_cast<DWORD>(Url.size()), 0, &Parts))
      return "";
    return get(std::wstring(Parts.lpszHostName, Parts.dwHostNameLength),
               std::wstring(Parts.lpszUrlPath, Parts.dwUrlPathLength + Parts.dwExtraInfoLength));
  }

private:
  Handle Session;
};

} // namespace

void agents() {
  Client Good(Agent), Bad(L"Contoso/1.0"), Empty(L"");
  Good.get(L"graph.microsoft.com", L"/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Bad.get(L"graph.microsoft.com", L"/v1.0/me");
  Bad.get(L"login.microsoftonline.com", L"/graph.microsoft.com");
  Empty.get(L"graph.microsoft.com", L"/v1.0/me", std::wstring(L"User-Agent: ") + Agent + L"\r\nAccept: application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  Empty.get(L"graph.microsoft.com", L"/v1.0/me", L"Authorization: Bearer " + std::to_wstring(GetTickCount()));
}

void by_parts() {
  Client Good(Agent), Bad(L"Contoso/1.0");
  Good.get(L"https://api.securitycenter.microsoft.com/api/alerts?$top=1");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Bad.get(L"https://api.securitycenter.microsoft.com/api/alerts?$top=1");
  Bad.get(L"https://siem.contoso.example/api.securitycenter.microsoft.com?to=https://graph.microsoft.com/");
}

// Into buffers that the program has.
void into_buffers() {
  wchar_t Host[256], Path[1024], Url[1024];
  URL_COMPONENTSW Parts = {};
  Parts.dwStructSize = sizeof Parts;
  Parts.lpszHostName = Host;
  Parts.dwHostNameLength = 256;
  Parts.lpszUrlPath = Path;
  Parts.dwUrlPathLength = 1024;
  if (!WinHttpCrackUrl(L"https://graph.microsoft.com/v1.0/me", 0, ICU_DECODE, &Parts))
    return;
  Handle Session(WinHttpOpen(nullptr, WINHTTP_ACCESS_TYPE_NO_PROXY, nullptr, nullptr, 0));
  Handle Connection(WinHttpConnect(Session.get(), Host, Parts.nPort, 0));
  Handle Request(WinHttpOpenRequest(Connection.get(), L"GET", Path, nullptr, nullptr, nullptr,
                                    Parts.nScheme == INTERNET_SCHEME_HTTPS ? WINHTTP_FLAG_SECURE : 0));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  WinHttpSendRequest(Request.get(), nullptr, 0, nullptr, 0, 0, 0);
  // And together again.
  DWORD Size = 1024;
  URL_COMPONENTSW All = {};
  All.dwStructSize = sizeof All;
  All.nScheme = INTERNET_SCHEME_HTTPS;
  All.lpszHostName = const_cast<wchar_t *>(L"api.securitycenter.microsoft.com");
  All.lpszUrlPath = const_cast<wchar_t *>(L"/api/alerts");
  if (!WinHttpCreateUrl(&All, 0, Url, &Size))
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Client(L"Contoso/1.0").get(Url);
}

// The next page is where the last one came from.
void next_page() {
  Client Good(Agent), Bad(L"Contoso/1.0");
  std::string Body = Good.get(L"graph.microsoft.com", L"/v1.0/me/messages");
  std::string Next = Body.substr(Body.find("nextLink\":\"") + 11);
  Good.get(wide(Next));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Bad.get(wide(Next));
}

void redirected(HINTERNET Session) {
  Handle Connection(WinHttpConnect(Session, L"graph.microsoft.com", 443, 0));
  Handle Request(WinHttpOpenRequest(Connection.get(), L"GET", L"/v1.0/me", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE));
  WinHttpSendRequest(Request.get(), L"User-Agent: MdePartner-Contoso-Cognito/1.0", -1, nullptr, 0, 0, 0);
  wchar_t Url[2048];
  DWORD Size = sizeof Url, Status = 0, StatusSize = sizeof Status;
  WinHttpQueryHeaders(Request.get(), WINHTTP_QUERY_STATUS_CODE | WINHTTP_QUERY_FLAG_NUMBER, nullptr, &Status, &StatusSize, nullptr);
  if (Status != 302 || !WinHttpQueryHeaders(Request.get(), WINHTTP_QUERY_LOCATION, nullptr, Url, &Size, nullptr))
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  Client(L"Contoso/1.0").get(Url);
}

// Asynchronous: what comes next is decided in the callback.
struct Exchange {
  HINTERNET Connection;
  const wchar_t *Headers;
};

void CALLBACK answered(HINTERNET Request, DWORD_PTR Context, DWORD Status, void *, DWORD) {
  auto *State = reinterpret_cast<Exchange *>(Context);
  switch (Status) {
  case WINHTTP_CALLBACK_STATUS_SENDREQUEST_COMPLETE:
    WinHttpReceiveResponse(Request, nullptr);
    break;
  case WINHTTP_CALLBACK_STATUS_HEADERS_AVAILABLE: {
    HINTERNET Next = WinHttpOpenRequest(State->Connection, L"GET", L"/v1.0/me/manager", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE);
    WinHttpSetStatusCallback(Next, nullptr, 0, 0);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
    WinHttpSendRequest(Next, State->Headers, -1, nullptr, 0, 0, 0);
    break;
  }
  }
}

void asynchronous(bool ByOption) {
  static Exchange Good, Bad;
  Good.Headers = L"User-Agent: MdePartner-Contoso-Cognito/1.0";
  Bad.Headers = L"User-Agent: Contoso";
  HINTERNET Session = WinHttpOpen(Agent, WINHTTP_ACCESS_TYPE_DEFAULT_PROXY, nullptr, nullptr, WINHTTP_FLAG_ASYNC);
  WinHttpSetStatusCallback(Session, answered, WINHTTP_CALLBACK_FLAG_ALL_NOTIFICATIONS, 0);
  Good.Connection = Bad.Connection = WinHttpConnect(Session, L"graph.microsoft.com", 443, 0);
  HINTERNET Request = WinHttpOpenRequest(Good.Connection, L"GET", L"/v1.0/me", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE);
  WinHttpSendRequest(Request, nullptr, 0, nullptr, 0, 0, reinterpret_cast<DWORD_PTR>(&Good));
  Request = WinHttpOpenRequest(Bad.Connection, L"GET", L"/v1.0/me", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE);
  Exchange *State = &Bad;
  WinHttpSetOption(Request, WINHTTP_OPTION_CONTEXT_VALUE, &State, sizeof State);
  WinHttpSendRequest(Request, nullptr, 0, nullptr, 0, 0, 0);
}
