// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports alerts page by page and uploads them to a SIEM of the company's own.
#include <memory>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <vector>
#include <windows.h>
#include <winhttp.h>

namespace {

const wchar_t PartnerAgent[] = L"MdePartner-Contoso-AlertExport/2.3";

struct HandleCloser {
  void operator()(void *Handle) const { WinHttpCloseHandle(Handle); }
};
using InternetHandle = std::unique_ptr<void, HandleCloser>;

std::wstring widen(const std::string &Text) {
  if (Text.empty())
    return {};
  const int Size = MultiByteToWideChar(CP_UTF8, 0, Text.data(), static_cast<int>(Text.size()), nullptr, 0);
  std::wstring Wide(Size, L'\0');
  MultiByteToWideChar(CP_UTF8, 0, Text.data(), static_cast<int>(Text.size()), &Wide[0], Size);
  return Wide;
}

class Session {
public:
  explicit Session(const wchar_t *Agent)
      : Handle(WinHttpOpen(Agent, WINHTTP_ACCESS_TYPE_NO_PROXY, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS, 0)) {
    if (!Handle)
      throw std::runtime_error("WinHttpOpen");
    WinHttpSetTimeouts(Handle.get(), 5000, 5000, 10000, 10000);
  }

  std::string request(const wchar_t *Verb, const std::wstring &Url, const std::wstring &Headers = L"",
                      const std::string &Body = "") const {
    URL_COMPONENTS Parts = {};
    Parts.dwStructSize = sizeof Parts;
    Parts.dwHostNameLength = Parts.dwUrlPathLength = Parts.dwExtraInfoLength = static_cast<DWORD>(-1);
    if (!WinHttpCrackUrl(Url.c_str(), static_cast<DWORD>(Url.size()), 0, &Parts))
      throw std::runtime_error("WinHttpCrackUrl");
    const std::wstring Host(Parts.lpszHostName, Parts.dwHostNameLength);
    std::wstring Path(Parts.lpszUrlPath, Parts.dwUrlPathLength);
    Path.append(Parts.lpszExtraInfo, Parts.dwExtraInfoLength);
    InternetHandle Connection(WinHttpConnect(Handle.get(), Host.c_str(), Parts.nPort, 0));
    InternetHandle Request(WinHttpOpenRequest(Connection.get(), Verb, Path.c_str(), nullptr, WINHTTP_NO_REFERER,
                                              WINHTTP_DEFAULT_ACCEPT_TYPES,
                                              Parts.nScheme == INTERNET_SCHEME_HTTPS ? WINHTTP_FLAG_SECURE : 0));
    if (!Request)
      throw std::runtime_error("WinHttpOpenRequest");
    if (!Headers.empty())
      WinHttpAddRequestHeaders(Request.get(), Headers.c_str(), static_cast<DWORD>(-1), WINHTTP_ADDREQ_FLAG_ADD);
    void *Data = Body.empty() ? WINHTTP_NO_REQUEST_DATA : const_cast<char *>(Body.data());
    const DWORD Size = static_cast<DWORD>(Body.size());
    if (!WinHttpSendRequest(Request.get(), WINHTTP_NO_ADDITIONAL_HEADERS, 0, Data, Size, Size, 0) ||
        !WinHttpReceiveResponse(Request.get(), nullptr))
      throw std::runtime_error("no answer");
    return read(Request.get());
  }

private:
  static std::string read(HINTERNET Request) {
    std::string Body;
    for (DWORD Available = 0; WinHttpQueryDataAvailable(Request, &Available) && Available > 0;) {
      std::vector<char> Part(Available);
      DWORD Read = 0;
      if (!WinHttpReadData(Request, Part.data(), Available, &Read) || Read == 0)
        break;
      Body.append(Part.data(), Read);
    }
    return Body;
  }

  InternetHandle Handle;
};

std::wstring nextLink(const std::string &Page) {
  const char Key[] = "\"@odata.nextLink\": \"";
  const size_t At = Page.find(Key);
  if (At == std::string::npos)
    return {};
  const size_t From = At + sizeof Key - 1;
  return widen(Page.substr(From, Page.find('"', From) - From));
}

void exportPages(const Session &Client, const std::wstring &First) {
  std::wstring Next = nextLink(Client.request(L"GET", First));
  while (!Next.empty())
    Next = nextLink(Client.request(L"GET", Next));
}

} // namespace

int main() {
  try {
    const Session Partner(PartnerAgent), Plain(L"AlertExport/2.3"), Anonymous(nullptr);
    const std::wstring Api = L"https://api.securitycenter.microsoft.com/api";
    Plain.request(L"POST", L"https://login.microsoftonline.com/contoso/oauth2/v2.0/token?L_token", // label: token
                  L"Content-Type: application/x-www-form-urlencoded", "grant_type=client_credentials");
    exportPages(Partner, Api + L"/alerts/L_partner"); // label: partner
    exportPages(Plain, Api + L"/alerts/L_plain"); // label: plain
    Anonymous.request(L"GET", Api + L"/machines/L_anonymous"); // label: anonymous
    Anonymous.request(L"GET", Api + L"/machines/L_own_header", // label: own_header
                      L"Accept: application/json\r\nUser-Agent: " + std::wstring(PartnerAgent) + L"\r\n");
    exportPages(Partner, L"https://graph.microsoft.com/v1.0/L_pages?next=L_more"); // label: pages, more
    // A session that is exchanged on the way.
    const std::string Page = Partner.request(L"GET", L"https://graph.microsoft.com/v1.0/L_first?next=L_second"); // label: first
    Plain.request(L"GET", nextLink(Page)); // label: second
    if (truth_flag("archive"))
      Plain.request(L"PUT", L"https://siem.contoso.example/L_siem?from=api.securitycenter.microsoft.com", L"", "[]"); // label: siem
    Plain.request(L"GET", L"https://graph.microsoft.com.contoso.example/L_alike"); // label: alike
    const Session &Either = truth_flag("legacy") ? Plain : Partner;
    Either.request(L"GET", Api + L"/users/L_either"); // label: either
  } catch (const std::runtime_error &) {
    return 1;
  }
  return 0;
}
