/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
   Tags machines, in C: one connection for each host, headers by flags, options. */
#include <stdio.h>
#include <truth/choice.h>
#include <wchar.h>
#include <windows.h>
#include <winhttp.h>

#define COMPANY L"Contoso"
#define PRODUCT L"Tagger"
#define VERSION_MAJOR 4
#define VERSION_MINOR 1

struct api {
  HINTERNET session, connection;
};

static int api_open(struct api *api, const wchar_t *agent, const wchar_t *host) {
  api->connection = NULL;
  api->session = WinHttpOpen(agent, WINHTTP_ACCESS_TYPE_NO_PROXY, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS, 0);
  if (api->session)
    api->connection = WinHttpConnect(api->session, host, INTERNET_DEFAULT_HTTPS_PORT, 0);
  return api->connection != NULL;
}

static void api_close(struct api *api) {
  if (api->connection)
    WinHttpCloseHandle(api->connection);
  if (api->session)
    WinHttpCloseHandle(api->session);
}

static HINTERNET api_request(const struct api *api, const wchar_t *verb, const wchar_t *path) {
  return WinHttpOpenRequest(api->connection, verb, path, NULL, WINHTTP_NO_REFERER, WINHTTP_DEFAULT_ACCEPT_TYPES,
                            WINHTTP_FLAG_SECURE | WINHTTP_FLAG_REFRESH);
}

static int api_send(HINTERNET request, const wchar_t *headers, const char *body) {
  DWORD size = body ? (DWORD)lstrlenA(body) : 0;
  BOOL done = WinHttpSendRequest(request, headers, headers ? (DWORD)-1L : 0, (void *)body, size, size, 0) &&
              WinHttpReceiveResponse(request, NULL);
  DWORD status = 0, length = sizeof status;
  if (done)
    done = WinHttpQueryHeaders(request, WINHTTP_QUERY_STATUS_CODE | WINHTTP_QUERY_FLAG_NUMBER, WINHTTP_HEADER_NAME_BY_INDEX,
                               &status, &length, WINHTTP_NO_HEADER_INDEX);
  WinHttpCloseHandle(request);
  return done && status == 200;
}

static void make_agent(wchar_t *text, size_t count, const wchar_t *product) {
  _snwprintf(text, count, L"MdePartner-%ls-%ls/%d.%d", COMPANY, product, VERSION_MAJOR, VERSION_MINOR);
}

static int tag(const struct api *api, const wchar_t *path, const wchar_t *agent, DWORD flags) {
  HINTERNET request = api_request(api, L"POST", path);
  WinHttpAddRequestHeaders(request, L"Content-Type: application/json", (DWORD)-1, WINHTTP_ADDREQ_FLAG_ADD);
  if (agent) {
    wchar_t line[200];
    _snwprintf(line, 200, L"User-Agent: %ls", agent);
    WinHttpAddRequestHeaders(request, line, (DWORD)-1, flags);
  }
  return api_send(request, NULL, "{\"Value\":\"reviewed\",\"Action\":\"Add\"}");
}

int main(void) {
  struct api plain, partner, login;
  wchar_t agent[128];
  const DWORD add = WINHTTP_ADDREQ_FLAG_ADD, replace = WINHTTP_ADDREQ_FLAG_ADD | WINHTTP_ADDREQ_FLAG_REPLACE;
  HINTERNET request;
  make_agent(agent, 128, PRODUCT);
  if (!api_open(&plain, NULL, L"api-eu.securitycenter.microsoft.com") || !api_open(&login, L"Tagger/4.1", L"login.microsoftonline.com") ||
      !api_open(&partner, agent, L"api-eu.securitycenter.microsoft.com"))
    return 1;
  api_send(api_request(&login, L"POST", L"/contoso/oauth2/token?L_token"), NULL, "grant_type=client_credentials"); // label: token
  tag(&partner, L"/api/machines/1/L_by_session", NULL, 0); // label: by_session
  tag(&plain, L"/api/machines/2/L_none", NULL, 0); // label: none
  tag(&plain, L"/api/machines/3/L_by_header", agent, add); // label: by_header
  tag(&partner, L"/api/machines/4/L_overridden", L"Tagger/4.1", replace); // label: overridden
  tag(&plain, L"/api/machines/5/L_nothing_there", agent, WINHTTP_ADDREQ_FLAG_REPLACE); // label: nothing_there

  request = api_request(&plain, L"GET", L"/api/machines/L_twice"); // label: twice
  WinHttpAddRequestHeaders(request, L"User-Agent: Tagger/4.1", (DWORD)-1, add);
  WinHttpAddRequestHeaders(request, L"User-Agent: MdePartner-Contoso-Tagger/4.1", (DWORD)-1, add);
  api_send(request, NULL, NULL); // label: twice

  request = api_request(&plain, L"GET", L"/api/machines/L_kept"); // label: kept
  WinHttpAddRequestHeaders(request, L"user-agent: MdePartner-Contoso-Tagger/4.1", (DWORD)-1, add);
  WinHttpAddRequestHeaders(request, L"User-Agent: Tagger/4.1", (DWORD)-1, WINHTTP_ADDREQ_FLAG_ADD_IF_NEW);
  api_send(request, NULL, NULL); // label: kept

  request = api_request(&partner, L"GET", L"/api/machines/L_sent_with"); // label: sent_with
  api_send(request, L"Accept: application/json\r\nUser-Agent: Tagger/4.1\r\n", NULL); // label: sent_with

  request = api_request(&plain, L"GET", L"/api/machines/L_removed"); // label: removed
  WinHttpAddRequestHeaders(request, L"User-Agent: MdePartner-Contoso-Tagger/4.1", (DWORD)-1, add);
  if (truth_flag("anonymous"))
    WinHttpAddRequestHeaders(request, L"User-Agent:", (DWORD)-1, WINHTTP_ADDREQ_FLAG_REPLACE);
  api_send(request, NULL, NULL); // label: removed

  request = api_request(&plain, L"GET", L"/api/machines/L_joined"); // label: joined
  WinHttpAddRequestHeaders(request, L"User-Agent: MdePartner-Contoso-Tagger/4.1", (DWORD)-1, add);
  WinHttpAddRequestHeaders(request, L"User-Agent: Windows", (DWORD)-1, WINHTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON);
  api_send(request, NULL, NULL); // label: joined

  make_agent(agent, 128, L"");
  tag(&plain, L"/api/machines/6/L_no_product", agent, add); // label: no_product
  api_close(&plain);
  api_close(&partner);
  api_close(&login);
  return 0;
}
