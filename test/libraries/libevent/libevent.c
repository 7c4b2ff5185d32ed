// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Connections, requests, headers and callbacks of libevent.
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/http_struct.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define HOST "graph.microsoft.com"

static struct event_base *base;

static void done(struct evhttp_request *request, void *user) { event_base_loopbreak(base); }

static struct evhttp_connection *graph(void) { return evhttp_connection_base_new(base, NULL, HOST, 80); }

void missing(void) {
  struct evhttp_connection *connection = graph();
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  evhttp_add_header(evhttp_request_get_output_headers(request), "Accept", "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(connection, request, EVHTTP_REQ_GET, "/v1.0/me");
  event_base_dispatch(base);
  evhttp_connection_free(connection);
}

void present(void) {
  struct evhttp_connection *connection = graph();
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  evhttp_add_header(evhttp_request_get_output_headers(request), "Accept", "application/json");
  evhttp_add_header(evhttp_request_get_output_headers(request), "User-Agent", AGENT);
  evhttp_make_request(connection, request, EVHTTP_REQ_GET, "/v1.0/me");
  event_base_dispatch(base);
  evhttp_connection_free(connection);
}

// The structure's field is the same list.
void by_the_field(void) {
  struct evhttp_request *good = evhttp_request_new(done, NULL), *bad = evhttp_request_new(done, NULL);
  evhttp_add_header(good->output_headers, "user-agent", AGENT);
  evhttp_make_request(graph(), good, EVHTTP_REQ_GET, "/v1.0/me");
  evhttp_add_header(bad->output_headers, "user-agent", "Contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  evhttp_make_request(graph(), bad, EVHTTP_REQ_GET, "/v1.0/me");
}

void twice(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
  evhttp_add_header(headers, "User-Agent", "Contoso");
  evhttp_add_header(headers, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

// Only the first of a name is taken out.
void first_removed(void) {
  struct evhttp_request *good = evhttp_request_new(done, NULL), *bad = evhttp_request_new(done, NULL);
  struct evkeyvalq *headers = evhttp_request_get_output_headers(good);
  evhttp_add_header(headers, "User-Agent", "Contoso");
  evhttp_add_header(headers, "User-Agent", AGENT);
  evhttp_remove_header(headers, "user-agent");
  evhttp_make_request(graph(), good, EVHTTP_REQ_GET, "/v1.0/me");
  evhttp_add_header(bad->output_headers, "User-Agent", AGENT);
  evhttp_remove_header(bad->output_headers, "User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(graph(), bad, EVHTTP_REQ_GET, "/v1.0/me");
}

void another_removed(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  evhttp_add_header(request->output_headers, "User-Agent", AGENT);
  evhttp_remove_header(request->output_headers, "Accept");
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

void cleared(void) {
  struct evhttp_request *good = evhttp_request_new(done, NULL), *bad = evhttp_request_new(done, NULL);
  evhttp_clear_headers(good->output_headers);
  evhttp_add_header(good->output_headers, "User-Agent", AGENT);
  evhttp_make_request(graph(), good, EVHTTP_REQ_GET, "/v1.0/me");
  evhttp_add_header(bad->output_headers, "User-Agent", AGENT);
  evhttp_clear_headers(bad->output_headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(graph(), bad, EVHTTP_REQ_GET, "/v1.0/me");
}

void sent_empty(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  evhttp_add_header(request->output_headers, "User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

void only_if_absent(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  if (!evhttp_find_header(request->output_headers, "User-Agent"))
    evhttp_add_header(request->output_headers, "User-Agent", AGENT);
  if (!evhttp_find_header(request->output_headers, "user-agent"))
    evhttp_add_header(request->output_headers, "User-Agent", "Contoso");
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

void too_late(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
  evhttp_add_header(request->output_headers, "User-Agent", AGENT);
  event_base_dispatch(base);
}

void another_request(void) {
  struct evhttp_connection *login = evhttp_connection_base_new(base, NULL, "login.microsoftonline.com", 80);
  struct evhttp_request *token = evhttp_request_new(done, NULL), *me = evhttp_request_new(done, NULL);
  evhttp_add_header(token->output_headers, "User-Agent", AGENT);
  evhttp_make_request(login, token, EVHTTP_REQ_POST, "/common/oauth2/v2.0/token");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(graph(), me, EVHTTP_REQ_GET, "/v1.0/me");
}

void other_hosts(void) {
  struct evhttp_connection *own = evhttp_connection_base_new(base, NULL, "siem.contoso.example", 8080);
  evhttp_make_request(own, evhttp_request_new(done, NULL), EVHTTP_REQ_GET, "/?url=graph.microsoft.com");
  evhttp_make_request(own, evhttp_request_new(done, NULL), EVHTTP_REQ_GET, "/v1.0/me");
}

extern int identify(void);

void one_branch(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  if (identify())
    evhttp_add_header(request->output_headers, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

void both_branches(void) {
  struct evhttp_request *request = evhttp_request_new(done, NULL);
  evhttp_add_header(request->output_headers, "User-Agent", identify() ? AGENT : "MdePartner-Contoso-Beta/2.0");
  evhttp_make_request(graph(), request, EVHTTP_REQ_GET, "/v1.0/me");
}

// Taken apart first; the Host header is the program's own.
void from_a_url(const char *token) {
  struct evhttp_uri *uri = evhttp_uri_parse("http://graph.microsoft.com/v1.0/me");
  const char *host = evhttp_uri_get_host(uri), *path = evhttp_uri_get_path(uri);
  int port = evhttp_uri_get_port(uri);
  struct evhttp_connection *connection = evhttp_connection_base_new(base, NULL, host, port == -1 ? 80 : port);
  struct evhttp_request *good = evhttp_request_new(done, NULL), *bad = evhttp_request_new(done, NULL);
  char authorization[200];
  snprintf(authorization, sizeof authorization, "Bearer %s", token);
  evhttp_add_header(good->output_headers, "Host", host);
  evhttp_add_header(good->output_headers, "Authorization", authorization);
  evhttp_add_header(good->output_headers, "User-Agent", AGENT);
  evhttp_make_request(connection, good, EVHTTP_REQ_GET, path);
  evhttp_add_header(bad->output_headers, "Host", host);
  evhttp_add_header(bad->output_headers, "Authorization", authorization);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(connection, bad, EVHTTP_REQ_GET, path);
  evhttp_uri_free(uri);
}

struct client {
  struct evhttp_connection *connection;
  const char *agent;
  int tries;
};

static void get(struct client *client, const char *path);

// Tries again when the request failed.
static void answered(struct evhttp_request *request, void *user) {
  struct client *client = user;
  if (request && evhttp_request_get_response_code(request) < 500)
    return;
  if (client->tries-- > 0)
    get(client, "/v1.0/me");
}

static void get(struct client *client, const char *path) {
  struct evhttp_request *request = evhttp_request_new(answered, client);
  if (client->agent)
    evhttp_add_header(evhttp_request_get_output_headers(request), "User-Agent", client->agent);
  // Sent again by the callback, of the client without an agent.
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(client->connection, request, EVHTTP_REQ_GET, path);
}

void wrapper(void) {
  struct client good = {graph(), AGENT, 2}, bad = {graph(), NULL, 2};
  get(&good, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  get(&bad, "/v1.0/me");
  event_base_dispatch(base);
}

// The callback makes the next request, with what the first brought.
static void next_page(struct evhttp_request *request, void *user) {
  if (!request)
    return;
  struct evbuffer *body = evhttp_request_get_input_buffer(request);
  char path[200];
  size_t length = evbuffer_remove(body, path, sizeof path - 1);
  struct evhttp_request *next = evhttp_request_new(done, NULL);
  if (user)
    evhttp_add_header(next->output_headers, "User-Agent", user);
  evhttp_make_request(evhttp_request_get_connection(request), next, EVHTTP_REQ_GET, path);
}

void pages(void) {
  struct evhttp_connection *connection = graph();
  struct evhttp_request *good = evhttp_request_new(next_page, AGENT), *bad = evhttp_request_new(next_page, NULL);
  evhttp_add_header(good->output_headers, "User-Agent", AGENT);
  evhttp_make_request(connection, good, EVHTTP_REQ_GET, "/v1.0/users");
  evhttp_add_header(bad->output_headers, "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(connection, bad, EVHTTP_REQ_GET, "/v1.0/users");
  event_base_dispatch(base);
}
