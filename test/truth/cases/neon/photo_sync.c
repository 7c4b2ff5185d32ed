// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Synchronises files with neon: the first version of the program set the session's
// agent, to which neon appends its own name; the second sets the header of each
// request, and a hook does it for the functions that send by themselves.
#include <fcntl.h>
#include <neon/ne_basic.h>
#include <neon/ne_request.h>
#include <neon/ne_session.h>
#include <neon/ne_socket.h>
#include <neon/ne_string.h>
#include <stdio.h>
#include <truth/choice.h>
#include <unistd.h>

#define AGENT "MdePartner-Contoso-Sync/2.3"

static ne_session *open_session(const char *host) {
  ne_session *session = ne_session_create("http", host, 80);
  ne_set_read_timeout(session, 10);
  return session;
}

static int fetch(ne_session *session, const char *path, int named) {
  ne_request *request = ne_request_create(session, "GET", path);
  ne_add_request_header(request, "Accept", "application/json");
  if (named)
    ne_print_request_header(request, "User-Agent", "MdePartner-%s-%s/%d.%d", "Contoso", "Sync", 2, 3);
  int result = ne_request_dispatch(request);
  if (result == NE_OK && ne_get_status(request)->klass != 2)
    result = NE_ERROR;
  ne_request_destroy(request);
  return result;
}

static void name_request(ne_request *request, void *agent, ne_buffer *header) {
  ne_buffer_concat(header, "User-Agent: ", agent, "\r\n", NULL);
}

int main(void) {
  ne_sock_init();
  int out = open("/dev/null", O_WRONLY);

  ne_session *first = open_session("graph.microsoft.com");
  ne_set_useragent(first, AGENT);
  fetch(first, "/v1.0/me/L_appended", 0); // label: appended
  fetch(first, "/v1.0/me/L_both", 1);     // label: both
  ne_session_destroy(first);

  ne_session *second = open_session("graph.microsoft.com");
  fetch(second, "/v1.0/me/L_named", 1);                    // label: named
  fetch(second, "/v1.0/me/L_maybe", truth_flag("identify")); // label: maybe
  ne_get(second, "/v1.0/me/photo/L_plain", out);           // label: plain
  ne_hook_pre_send(second, name_request, AGENT);
  ne_get(second, "/v1.0/me/photo/L_hooked", out); // label: hooked
  ne_session_destroy(second);

  ne_session *own = open_session("siem.contoso.example");
  fetch(own, "/share/L_own", 0); // label: own
  ne_session_destroy(own);
  close(out);
  return 0;
}
