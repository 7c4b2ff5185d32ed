// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What C and Win32 functions make of texts. All that is sent here has a malformed
// User-Agent whose end says where it came from.
#include <string>
#include <windows.h>
#include <oleauto.h>
#include <shlwapi.h>
#include <tchar.h>
#define STRSAFE_NO_DEPRECATE
#include <strsafe.h>
#include <wchar.h>
#include <winhttp.h>

static void send(const wchar_t *Agent) {
  HINTERNET Connection = WinHttpConnect(WinHttpOpen(Agent, 0, nullptr, nullptr, 0), L"graph.microsoft.com", 443, 0);
  WinHttpSendRequest(WinHttpOpenRequest(Connection, L"GET", L"/v1.0/me", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE), nullptr, 0, nullptr, 0, 0, 0);
}

static void send(const char *Agent) {
  wchar_t Wide[256];
  MultiByteToWideChar(CP_UTF8, 0, Agent, -1, Wide, 256);
  send(Wide);
}

void printed() {
  wchar_t Wide[128];
  char Narrow[128];
  const wchar_t *Company = L"Contoso";
  StringCchPrintfW(Wide, 128, L"MdePartner-%s/%d", Company, 1);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/1' of the
  send(Wide);
  StringCchPrintfA(Narrow, ARRAYSIZE(Narrow), "MdePartner-%s/%d", "Contoso", 2);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/2' of the
  send(Narrow);
  StringCbPrintfW(Wide, sizeof Wide, L"MdePartner-%ls/%d", Company, 3);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/3' of the
  send(Wide);
  wsprintfW(Wide, L"MdePartner-%s/%d", Company, 4);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/4' of the
  send(Wide);
  wsprintfA(Narrow, "MdePartner-%s/%u", "Contoso", 5);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/5' of the
  send(Narrow);
  _snwprintf(Wide, 128, L"MdePartner-%ls/%d", Company, 6);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/6' of the
  send(Wide);
  swprintf_s(Wide, 128, L"MdePartner-%ls/%d", Company, 7);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/7' of the
  send(Wide);
  swprintf(Wide, 128, L"MdePartner-%ls/%d", Company, 8);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/8' of the
  send(Wide);
  snprintf(Narrow, sizeof Narrow, "MdePartner-%s/%d", "Contoso", 9);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/9' of the
  send(Narrow);
  StringCchPrintfExW(Wide, 128, nullptr, nullptr, 0, L"MdePartner-%s/%d", Company, 10);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/10' of the
  send(Wide);
  wnsprintfW(Wide, 128, L"MdePartner-%s/%d", Company, 11);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/11' of the
  send(Wide);
}

static void print(wchar_t *Out, size_t Size, const wchar_t *Format, ...) {
  va_list Args;
  va_start(Args, Format);
  StringCchVPrintfW(Out, Size, Format, Args);
  va_end(Args);
}

void copied() {
  wchar_t Wide[128];
  char Narrow[128];
  lstrcpyW(Wide, L"MdePartner-");
  lstrcatW(Wide, L"Contoso/1");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/1' of the
  send(Wide);
  StringCchCopyA(Narrow, 128, "MdePartner-");
  StringCchCatA(Narrow, 128, "Contoso/2");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/2' of the
  send(Narrow);
  StringCchCopyNW(Wide, 128, L"MdePartner-XYZ", 11);
  StringCchCatNW(Wide, 128, L"Contoso/3 (x)", 9);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/3' of the
  send(Wide);
  wcscpy_s(Wide, 128, L"MdePartner-");
  wcscat_s(Wide, 128, L"Contoso/4");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/4' of the
  send(Wide);
  print(Wide, 128, L"MdePartner-%s", L"Contoso/5");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/5' of the
  send(Wide);
  wchar_t *Copy = StrDupW(L"MdePartner-Contoso/6");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/6' of the
  send(Copy);
  LocalFree(Copy);
  StringCchCopyW(Wide, 12, L"MdePartner-Contoso/7"); // cut
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-' of the
  send(Wide);
  _tcscpy(Narrow, _T("MdePartner-"));
  _tcscat(Narrow, _T("Contoso/8"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/8' of the
  send(Narrow);
}

void converted() {
  char Narrow[64];
  size_t Size = 0;
  wchar_t Wide[64];
  WideCharToMultiByte(CP_UTF8, 0, L"MdePartner-Contoso/1", -1, Narrow, sizeof Narrow, nullptr, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/1' of the
  send(Narrow);
  mbstowcs_s(&Size, Wide, 64, "MdePartner-Contoso/2", _TRUNCATE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/2' of the
  send(Wide);
  mbstowcs(Wide, "MdePartner-Contoso/3", 64);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/3' of the
  send(Wide);
  std::string Text("MdePartner-Contoso/4");
  std::wstring Room(MultiByteToWideChar(CP_UTF8, 0, Text.data(), static_cast<int>(Text.size()), nullptr, 0), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, Text.data(), static_cast<int>(Text.size()), &Room[0], static_cast<int>(Room.size()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/4' of the
  send(Room.c_str());
  wchar_t Lower[] = L"MDEPARTNER-CONTOSO/5";
  CharLowerW(Lower);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'mdepartner-contoso/5' of the
  send(Lower);
  _itow_s(6, Lower, 10);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/6' of the
  send((std::wstring(L"MdePartner-Contoso/") + Lower).c_str());
}

void automation() {
  BSTR Text = SysAllocString(L"MdePartner-Contoso/1");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/1' of the
  send(Text);
  SysReAllocString(&Text, L"MdePartner-Contoso/2");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/2' of the
  send(Text);
  SysFreeString(Text);
  Text = SysAllocStringLen(L"MdePartner-Contoso/3 and more", 20);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/3' of the
  send(std::wstring(Text, SysStringLen(Text)).c_str());
}

// Only execution knows these: they decide.
void input() {
  wchar_t Wide[64];
  char Narrow[64];
  DWORD Size = sizeof Wide;
  GetEnvironmentVariableW(L"AGENT", Wide, 64);
  send(Wide);
  GetPrivateProfileStringA("http", "agent", "", Narrow, 64, "contoso.ini");
  send(Narrow);
  RegGetValueW(HKEY_LOCAL_MACHINE, L"Software\\Contoso", L"Agent", RRF_RT_REG_SZ, nullptr, Wide, &Size);
  send(Wide);
  LoadStringW(nullptr, 1, Wide, 64);
  send(Wide);
  ExpandEnvironmentStringsW(L"%AGENT%", Wide, 64);
  send(Wide);
}

// Compared.
void compared(const wchar_t *Host) {
  HINTERNET Session = WinHttpOpen(nullptr, 0, nullptr, nullptr, 0);
  HINTERNET Connection = WinHttpConnect(Session, Host, 443, 0);
  if (lstrcmpiW(Host, L"graph.microsoft.com") != 0)
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header
  WinHttpSendRequest(WinHttpOpenRequest(Connection, L"GET", L"/", nullptr, nullptr, nullptr, WINHTTP_FLAG_SECURE), nullptr, 0, nullptr, 0, 0, 0);
}
