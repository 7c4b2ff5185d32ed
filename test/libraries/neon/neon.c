// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions, requests and hooks of neon.
#include <neon/ne_basic.h>
#include <neon/ne_props.h>
#include <neon/ne_request.h>
#include <neon/ne_session.h>
#include <neon/ne_string.h>
#include <neon/ne_uri.h>
#include <string.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define HOST "graph.microsoft.com"

static ne_session *graph(void) { return ne_session_create("https", HOST, 443); }

void missing(void) {
  ne_session *session = graph();
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
  ne_request_destroy(request);
  ne_session_destroy(session);
}

void with_a_header(void) {
  ne_session *session = graph();
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  ne_add_request_header(request, "Accept", "application/json");
  ne_add_request_header(request, "User-Agent", AGENT);
  ne_request_dispatch(request);
  ne_request_destroy(request);
  request = ne_request_create(session, "GET", "/v1.0/me");
  ne_print_request_header(request, "User-Agent", "MdePartner-%s-%s/%d.%d", "Contoso", "Cognito", 1, 0);
  ne_request_dispatch(request);
  request = ne_request_create(session, "GET", "/v1.0/me");
  ne_print_request_header(request, "user-agent", "%s/%d.%d", "Contoso", 1, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  ne_request_dispatch(request);
  ne_session_destroy(session);
}

// What the session sets is never compliant: neon appends its own name.
void of_the_session(void) {
  ne_session *session = graph();
  ne_set_useragent(session, AGENT);
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 neon/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  ne_request_dispatch(request);
  ne_set_useragent(session, "");
  request = ne_request_create(session, "GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'neon/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  ne_request_dispatch(request);
}

void beside_the_session(void) {
  ne_session *session = graph();
  ne_set_useragent(session, "Contoso/1.0");
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  ne_add_request_header(request, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0 neon/{its version}', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  ne_request_dispatch(request);
}

void twice(void) {
  ne_request *request = ne_request_create(graph(), "GET", "/v1.0/me");
  ne_add_request_header(request, "User-Agent", "Contoso");
  ne_add_request_header(request, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  ne_request_dispatch(request);
}

// The session is asked when the request is made.
void set_after_the_request_was_made(void) {
  ne_session *session = graph();
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  ne_set_useragent(session, "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
  ne_request *other = ne_request_create(graph(), "GET", "/v1.0/me");
  ne_add_request_header(other, "User-Agent", AGENT);
  ne_request_dispatch(other);
}

void too_late(void) {
  ne_request *request = ne_request_create(graph(), "GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
  ne_add_request_header(request, "User-Agent", AGENT);
  ne_request_dispatch(request);
}

void ways_to_send(void) {
  ne_session *session = graph();
  ne_request *first = ne_request_create(session, "GET", "/v1.0/me"), *second = ne_request_create(session, "GET", "/v1.0/me");
  char buffer[64];
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  if (ne_begin_request(first) == NE_OK) {
    ne_read_response_block(first, buffer, sizeof buffer);
    ne_end_request(first);
  }
  ne_add_request_header(second, "User-Agent", AGENT);
  ne_begin_request(second);
  ne_end_request(second);
  ne_request *third = ne_request_create(session, "POST", "/v1.0/me"), *fourth = ne_request_create(session, "POST", "/v1.0/me");
  ne_set_request_body_buffer(third, "{}", 2);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_simple_request(session, third);
  ne_add_request_header(fourth, "User-Agent", AGENT);
  ne_simple_request(session, fourth);
}

void whole_requests(int fd) {
  ne_session *session = graph(), *other = ne_session_create("https", "files.contoso.example", 443);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_get(session, "/v1.0/me/photo", fd);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_put(session, "/v1.0/me/photo", fd);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_post(session, "/v1.0/me/photo", fd, "{}");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_delete(session, "/v1.0/me/photo");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_move(session, 0, "/v1.0/me/photo", "/v1.0/me/picture");
  ne_get(other, "/v1.0/me/photo", fd);
  ne_put(other, "/v1.0/me/photo", fd);
}

static void add_agent(ne_request *request, void *agent, const char *method, const char *target) {
  ne_add_request_header(request, "User-Agent", agent);
}

static void append_agent(ne_request *request, void *agent, ne_buffer *header) {
  ne_buffer_concat(header, "User-Agent: ", agent, "\r\n", NULL);
}

static void append_accept(ne_request *request, void *user, ne_buffer *header) {
  ne_buffer_zappend(header, "Accept: application/json\r\n");
}

void hooks(int fd) {
  ne_session *session = graph();
  ne_hook_create_request(session, add_agent, AGENT);
  ne_get(session, "/v1.0/me/photo", fd);
  ne_request_dispatch(ne_request_create(session, "GET", "/v1.0/me"));
  ne_unhook_create_request(session, add_agent, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_get(session, "/v1.0/me/photo", fd);
  ne_hook_create_request(session, add_agent, "Contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  ne_get(session, "/v1.0/me/photo", fd);
}

void hooks_before_sending(int fd) {
  ne_session *good = graph(), *bad = graph(), *malformed = graph();
  ne_hook_pre_send(good, append_agent, AGENT);
  ne_hook_pre_send(bad, append_accept, NULL);
  ne_hook_pre_send(malformed, append_agent, "Contoso");
  ne_get(good, "/v1.0/me/photo", fd);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_get(bad, "/v1.0/me/photo", fd);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  ne_get(malformed, "/v1.0/me/photo", fd);
}

void other_sessions(void) {
  ne_session *login = ne_session_create("https", "login.microsoftonline.com", 443), *session = graph();
  ne_request *token = ne_request_create(login, "POST", "/common/oauth2/v2.0/token");
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  ne_add_request_header(token, "User-Agent", AGENT);
  ne_request_dispatch(token);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
}

extern int identify(void);

void one_branch(void) {
  ne_request *request = ne_request_create(graph(), "GET", "/v1.0/me");
  if (identify())
    ne_add_request_header(request, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
}

void both_branches(void) {
  ne_request *request = ne_request_create(graph(), "GET", "/v1.0/me");
  ne_add_request_header(request, "User-Agent", identify() ? AGENT : "MdePartner-Contoso-Beta/2.0");
  ne_request_dispatch(request);
}

static int get(ne_session *session, const char *path, const char *agent) {
  int result = NE_ERROR;
  for (int i = 0; i < 3 && result != NE_OK; ++i) {
    ne_request *request = ne_request_create(session, "GET", path);
    if (agent)
      ne_add_request_header(request, "User-Agent", agent);
    result = ne_request_dispatch(request);
    ne_request_destroy(request);
  }
  return result;
}

void helper(void) {
  ne_session *session = graph();
  get(session, "/v1.0/me", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  get(session, "/v1.0/me", NULL);
}

// The URL is taken apart first.
void from_a_url(void) {
  ne_uri uri;
  memset(&uri, 0, sizeof uri);
  if (ne_uri_parse("https://graph.microsoft.com/v1.0/me", &uri))
    return;
  ne_session *session = ne_session_create(uri.scheme, uri.host, uri.port ? uri.port : ne_uri_defaultport(uri.scheme));
  ne_request *request = ne_request_create(session, "GET", uri.path);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(request);
  ne_add_request_header(request, "User-Agent", AGENT);
  ne_request_dispatch(request);
  ne_uri_free(&uri);
}

static int collect(void *user, const char *data, size_t size) {
  ne_buffer_append(user, data, size);
  return 0;
}

void body(void) {
  ne_session *session = graph();
  ne_buffer *body = ne_buffer_create();
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  ne_add_request_header(request, "User-Agent", AGENT);
  ne_add_response_body_reader(request, ne_accept_2xx, collect, body);
  ne_request_dispatch(request);
  ne_request *next = ne_request_create(session, "GET", body->data);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  ne_request_dispatch(next);
}
