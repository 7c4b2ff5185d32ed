// RUN: %check-doors %s -- --target=x86_64-w64-mingw32 -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions, connections, requests and their headers.
#include <windows.h>
#include <winhttp.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"
#define ADD WINHTTP_ADDREQ_FLAG_ADD
#define REPLACE WINHTTP_ADDREQ_FLAG_REPLACE

static HINTERNET session(const wchar_t *agent) {
  return WinHttpOpen(agent, WINHTTP_ACCESS_TYPE_DEFAULT_PROXY, WINHTTP_NO_PROXY_NAME, WINHTTP_NO_PROXY_BYPASS, 0);
}

static HINTERNET request_of(HINTERNET session, const wchar_t *host) {
  HINTERNET connection = WinHttpConnect(session, host, INTERNET_DEFAULT_HTTPS_PORT, 0);
  return WinHttpOpenRequest(connection, L"GET", L"/v1.0/me", NULL, WINHTTP_NO_REFERER, WINHTTP_DEFAULT_ACCEPT_TYPES,
                            WINHTTP_FLAG_SECURE);
}

static HINTERNET graph(const wchar_t *agent) { return request_of(session(agent), L"graph.microsoft.com"); }

static BOOL add(HINTERNET request, const wchar_t *headers, DWORD flags) {
  return WinHttpAddRequestHeaders(request, headers, (DWORD)-1, flags);
}

#define SEND(request) WinHttpSendRequest(request, WINHTTP_NO_ADDITIONAL_HEADERS, 0, WINHTTP_NO_REQUEST_DATA, 0, 0, 0)

void agent_of_the_session(void) {
  HINTERNET none = graph(NULL), empty = graph(L""), good = graph(AGENT), bad = graph(L"Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(none);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  SEND(empty);
  SEND(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(bad);
  WinHttpCloseHandle(none);
}

void added(void) {
  HINTERNET lines = graph(L"Contoso"), twice = graph(NULL), kept = graph(NULL), other = graph(NULL);
  add(lines, L"Accept: application/json\r\nuser-agent: " AGENT L"\r\n", ADD);
  SEND(lines);
  add(twice, L"User-Agent: " AGENT, ADD);
  add(twice, L"User-Agent: Contoso", ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Contoso' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  SEND(twice);
  add(kept, L"User-Agent: " AGENT, ADD);
  add(kept, L"USER-AGENT: Contoso", WINHTTP_ADDREQ_FLAG_ADD_IF_NEW);
  SEND(kept);
  add(other, L"Accept: text/plain", WINHTTP_ADDREQ_FLAG_ADD_IF_NEW);
  add(other, L"X-User-Agent: " AGENT, ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(other);
}

void replaced(void) {
  HINTERNET good = graph(NULL), bad = graph(AGENT), nothing = graph(NULL), made = graph(NULL);
  add(good, L"User-Agent: Contoso", ADD);
  add(good, L"user-agent: " AGENT, REPLACE);
  SEND(good);
  add(bad, L"User-Agent: " AGENT, ADD);
  add(bad, L"User-Agent: Contoso", ADD | REPLACE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(bad);
  add(nothing, L"User-Agent: " AGENT, REPLACE); // there is none to be replaced
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(nothing);
  add(made, L"User-Agent: " AGENT, ADD | REPLACE);
  add(made, L"Accept: application/json", ADD | REPLACE);
  SEND(made);
}

void removed(void) {
  HINTERNET back = graph(AGENT), none = graph(NULL);
  add(back, L"User-Agent: Contoso", ADD);
  add(back, L"User-Agent:", REPLACE);
  SEND(back);
  add(none, L"User-Agent: " AGENT, ADD);
  add(none, L"User-Agent: ", ADD | REPLACE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(none);
}

void joined(void) {
  HINTERNET comma = graph(NULL), semicolon = graph(NULL), one = graph(NULL);
  add(comma, L"User-Agent: " AGENT, ADD);
  add(comma, L"User-Agent: Contoso", WINHTTP_ADDREQ_FLAG_COALESCE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0, Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(comma);
  add(semicolon, L"User-Agent: " AGENT, ADD);
  add(semicolon, L"User-Agent: Contoso", WINHTTP_ADDREQ_FLAG_COALESCE_WITH_SEMICOLON | ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0; Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(semicolon);
  add(one, L"User-Agent: " AGENT, WINHTTP_ADDREQ_FLAG_COALESCE_WITH_COMMA);
  SEND(one);
}

void given_to_the_send(void) {
  HINTERNET good = graph(L"Contoso"), replaces = graph(NULL), cut = graph(AGENT), bad = graph(AGENT);
  WinHttpSendRequest(good, L"User-Agent: " AGENT, (DWORD)-1L, NULL, 0, 0, 0);
  add(replaces, L"User-Agent: Contoso", ADD);
  WinHttpSendRequest(replaces, L"Accept: */*\r\nUser-Agent: " AGENT L"\r\n", -1, NULL, 0, 0, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso' of the request to graph.microsoft.com is malformed: names no product [mde-user-agent]
  WinHttpSendRequest(cut, L"User-Agent: " AGENT, 30, NULL, 0, 0, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  WinHttpSendRequest(bad, L"User-Agent: Contoso", 19, NULL, 0, 0, 0);
}

void option(void) {
  wchar_t agent[] = AGENT;
  HINTERNET good = session(L"Contoso"), bad = session(AGENT), late = session(NULL);
  WinHttpSetOption(good, WINHTTP_OPTION_USER_AGENT, agent, sizeof agent);
  SEND(request_of(good, L"graph.microsoft.com"));
  WinHttpSetOption(bad, WINHTTP_OPTION_USER_AGENT, L"Contoso", 7);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  SEND(request_of(bad, L"graph.microsoft.com"));
  HINTERNET request = request_of(late, L"graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(request);
  WinHttpSetOption(late, WINHTTP_OPTION_USER_AGENT, agent, sizeof agent);
  SEND(request);
  // Nobody says what it does to a request.
  request = graph(NULL);
  WinHttpSetOption(request, WINHTTP_OPTION_USER_AGENT, agent, sizeof agent);
  SEND(request);
}

void late(void) {
  HINTERNET request = graph(NULL), other = graph(NULL);
  add(other, L"User-Agent: " AGENT, ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(request);
  add(request, L"User-Agent: " AGENT, ADD);
  SEND(request);
  SEND(other);
}

extern int identify(void);

void one_branch(void) {
  HINTERNET both = graph(NULL), one = graph(NULL);
  add(both, identify() ? L"User-Agent: " AGENT : L"User-Agent: MdePartner-Contoso-Beta/2.0", ADD);
  SEND(both);
  if (identify())
    add(one, L"User-Agent: " AGENT, ADD);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(one);
}

void other_hosts(void) {
  HINTERNET all = session(NULL);
  SEND(request_of(all, L"login.microsoftonline.com"));
  SEND(request_of(all, L"graph.microsoft.com.contoso.example"));
  HINTERNET connection = WinHttpConnect(all, L"siem.contoso.example", INTERNET_DEFAULT_PORT, 0);
  SEND(WinHttpOpenRequest(connection, L"GET", L"/?to=https://graph.microsoft.com/", NULL, NULL, NULL, 0));
  SEND(WinHttpOpenRequest(connection, L"GET", L"https://graph.microsoft.com/v1.0/me", NULL, NULL, NULL, 0)); // a path
  connection = WinHttpConnect(all, L"GRAPH.microsoft.com", INTERNET_DEFAULT_PORT, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to {{GRAPH|graph}}.microsoft.com is sent without a User-Agent header on this path; WinHTTP sends none [mde-user-agent]
  SEND(WinHttpOpenRequest(connection, L"GET", L"?to=https://siem.contoso.example/", NULL, NULL, NULL, 0));
}

// What is not known is no finding.
extern void configure(HINTERNET handle);
extern const wchar_t *setting(void);

void unknown(HINTERNET unseen) {
  HINTERNET header = graph(NULL), replaced = graph(NULL), sent = graph(NULL), configured = session(NULL);
  add(header, setting(), ADD);
  SEND(header);
  add(replaced, setting(), ADD | REPLACE);
  SEND(replaced);
  WinHttpSendRequest(sent, setting(), -1, NULL, 0, 0, 0);
  SEND(graph(setting()));
  SEND(request_of(unseen, L"graph.microsoft.com"));
  configure(configured);
  SEND(request_of(configured, L"graph.microsoft.com"));
}

static int retried(const wchar_t *agent) {
  HINTERNET request = graph(agent);
  for (int tries = 0; tries < 3; ++tries)
    if (SEND(request) && WinHttpReceiveResponse(request, NULL))
      return 1;
  return 0;
}

int helpers(void) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  return retried(AGENT) && retried(L"Contoso");
}
