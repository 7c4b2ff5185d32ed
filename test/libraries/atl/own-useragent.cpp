// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -isystem %S/include
// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=c++17 -DUNICODE -isystem %S/include -DELSEWHERE -DATL_HTTP_USERAGENT='TEXT("User-Agent: MdePartner-Contoso-Cognito/1.0\r\n")'
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program that says what the line is: nothing is sent beside it, and nothing said of it.
#include <windows.h>
#ifndef ELSEWHERE
#define ATL_HTTP_USERAGENT TEXT("User-Agent: MdePartner-Contoso-Cognito/1.0\r\n")
#endif
#include <atlhttp.h>

void named() {
  CAtlHttpClient Client;
  CUrl Url;
  Url.CrackUrl(TEXT("http://api.securitycenter.microsoft.com/api/alerts"));
  Client.Navigate(&Url);
  Client.Navigate(TEXT("http://graph.microsoft.com/v1.0/me"));
  Client.Navigate(TEXT("graph.microsoft.com"), TEXT("/v1.0/me"));
}
