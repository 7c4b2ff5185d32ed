// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Keeps indicators of a feed and of Defender in step, with the narrow forms of WinINet.
#include <cstdio>
#include <map>
#include <string>
#include <truth/choice.h>
#include <windows.h>
#include <wininet.h>

namespace {

struct Answer {
  bool Sent = false;
  std::string Body;
};

std::string lines(const std::map<std::string, std::string> &Headers) {
  std::string Text;
  for (const auto &[Name, Value] : Headers)
    Text += Name + ": " + Value + "\r\n";
  return Text;
}

class Browser {
public:
  explicit Browser(const std::string &Agent)
      : Session(InternetOpenA(Agent.empty() ? nullptr : Agent.c_str(), INTERNET_OPEN_TYPE_DIRECT, nullptr, nullptr, 0)) {}
  Browser(const Browser &) = delete;
  ~Browser() { InternetCloseHandle(Session); }

  void rename(const std::string &Agent) {
    InternetSetOptionA(Session, INTERNET_OPTION_USER_AGENT, const_cast<char *>(Agent.c_str()), static_cast<DWORD>(Agent.size()));
  }

  Answer open(const std::string &Url, const std::map<std::string, std::string> &Headers = {}) {
    const std::string Text = lines(Headers);
    HINTERNET Request = InternetOpenUrlA(Session, Url.c_str(), Text.empty() ? nullptr : Text.c_str(),
                                         static_cast<DWORD>(Text.size()), INTERNET_FLAG_RELOAD | INTERNET_FLAG_NO_UI, 0);
    return finish(Request, Request != nullptr);
  }

  Answer post(const char *Host, const std::string &Path, const std::string &Body, const char *Agent = nullptr) {
    HINTERNET Connection = InternetConnectA(Session, Host, INTERNET_DEFAULT_HTTPS_PORT, nullptr, nullptr, INTERNET_SERVICE_HTTP, 0, 0);
    HINTERNET Request = HttpOpenRequestA(Connection, "POST", Path.c_str(), nullptr, nullptr, nullptr, INTERNET_FLAG_SECURE | INTERNET_FLAG_RELOAD, 0);
    if (Agent) {
      char Line[160];
      std::snprintf(Line, sizeof Line, "User-Agent: %s", Agent);
      HttpAddRequestHeadersA(Request, Line, static_cast<DWORD>(-1), HTTP_ADDREQ_FLAG_ADD | HTTP_ADDREQ_FLAG_REPLACE);
    }
    const std::string Type = "Content-Type: application/json\r\n";
    const bool Sent = HttpSendRequestA(Request, Type.c_str(), static_cast<DWORD>(Type.size()), const_cast<char *>(Body.data()), static_cast<DWORD>(Body.size()));
    Answer Result = finish(Request, Sent);
    InternetCloseHandle(Connection);
    return Result;
  }

private:
  static Answer finish(HINTERNET Request, bool Sent) {
    Answer Result;
    Result.Sent = Sent;
    char Part[512];
    DWORD Read = 0;
    while (Sent && InternetReadFile(Request, Part, sizeof Part, &Read) && Read != 0)
      Result.Body.append(Part, Read);
    if (Request)
      InternetCloseHandle(Request);
    return Result;
  }

  HINTERNET Session;
};

std::string agentOf(const std::string &Product, int Version) {
  return "MdePartner-Contoso-" + Product + "/" + std::to_string(Version);
}

constexpr char Defender[] = "api.security.microsoft.com";

} // namespace

int main() {
  Browser Partner(agentOf("Indicators", 7)), Feed("Indicators/7"), Bare("");
  Feed.open("https://siem.contoso.example/L_feed?for=https://api.security.microsoft.com/"); // label: feed
  Partner.open(std::string("https://") + Defender + "/api/indicators/L_list"); // label: list
  Partner.post(Defender, "/api/indicators/L_push", "{}"); // label: push
  Feed.post(Defender, "/api/indicators/L_wrong_browser", "{}"); // label: wrong_browser
  Feed.post(Defender, "/api/indicators/L_own_header", "{}", agentOf("Indicators", 7).c_str()); // label: own_header
  Partner.post(Defender, "/api/indicators/L_spoilt", "{}", "Mozilla/5.0"); // label: spoilt
  Bare.open("https://graph.microsoft.com/v1.0/L_bare", {{"Accept", "application/json"}}); // label: bare
  Bare.open("https://graph.microsoft.com/v1.0/L_by_map", {{"Accept", "*/*"}, {"User-Agent", agentOf("Indicators", 7)}}); // label: by_map
  if (truth_flag("rename"))
    Bare.rename(agentOf("Indicators", 8));
  Bare.open("https://graph.microsoft.com/v1.0/L_perhaps"); // label: perhaps
  Feed.rename("Indicators");
  Feed.post("login.microsoftonline.com", "/contoso/oauth2/L_token", "grant_type=client_credentials"); // label: token
  Feed.open("https://graph.microsoft.com/v1.0/L_renamed"); // label: renamed
  return 0;
}
