// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Wide text that is narrowed before it is handed to libcurl. The conversion
// keeps what is known.
#include <curl/curl.h>
#include <codecvt>
#include <cwchar>
#include <locale>
#include <string>

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static std::string narrow(const std::wstring &text) {
  std::wstring_convert<std::codecvt_utf8<wchar_t>> converter;
  return converter.to_bytes(text);
}

void converted() {
  send(narrow(L"MdePartner-Contoso-" + std::wstring(L"Cognito/1.0")));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(narrow(L"Cognito/1.0"));
}

// ASCII only, so the range of characters is the same text.
void byRange() {
  const std::wstring good = L"MdePartner-Contoso-Cognito/1.0", bad = L"Contoso";
  send(std::string(good.begin(), good.end()));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(std::string(bad.begin(), bad.end()));
}

void bySwprintf() {
  wchar_t agent[64];
  std::swprintf(agent, 64, L"MdePartner-%ls-%ls/%d", L"Contoso", L"Cognito", 1);
  send(narrow(agent));
  std::swprintf(agent, 64, L"%ls/%d", L"Cognito", 1);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/1' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(narrow(agent));
}
