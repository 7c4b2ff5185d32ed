// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A relay on an event loop: it asks Defender for alerts, and from the callback fetches
// the details and forwards to an own host. The job says with which headers.
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <stdio.h>
#include <stdlib.h>
#include <truth/choice.h>

#define DEFENDER "api.securitycenter.microsoft.com"
#define OWN "siem.contoso.example"

struct relay {
  struct event_base *base;
  struct evhttp_connection *defender;
  struct evhttp_connection *own;
  const char *agent;
  int open;
};

static void finished(struct evhttp_request *request, void *user) {
  struct relay *relay = user;
  (void)request;
  if (--relay->open == 0)
    event_base_loopbreak(relay->base);
}

static struct evhttp_request *request_for(struct relay *relay, const char *host,
                                          void (*callback)(struct evhttp_request *, void *), const char *agent) {
  struct evhttp_request *request = evhttp_request_new(callback, relay);
  struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
  evhttp_add_header(headers, "Host", host);
  evhttp_add_header(headers, "Accept", "application/json");
  if (agent)
    evhttp_add_header(headers, "User-Agent", agent);
  relay->open++;
  return request;
}

static void alerts(struct evhttp_request *request, void *user) {
  struct relay *relay = user;
  if (request && evhttp_request_get_response_code(request) == 200) {
    struct evhttp_request *details = request_for(relay, DEFENDER, finished, truth_flag("details") ? relay->agent : NULL);
    evhttp_make_request(relay->defender, details, EVHTTP_REQ_GET, "/api/alerts/L_details"); // label: details
    struct evhttp_request *copy = request_for(relay, OWN, finished, NULL);
    evhttp_make_request(relay->own, copy, EVHTTP_REQ_POST, "/import/L_copy"); // label: copy
  }
  finished(request, user);
}

int main(void) {
  struct relay relay = {event_base_new(), NULL, NULL, "MdePartner-Contoso-Relay/1.2", 0};
  relay.defender = evhttp_connection_base_new(relay.base, NULL, DEFENDER, 80);
  relay.own = evhttp_connection_base_new(relay.base, NULL, OWN, 80);

  struct evhttp_request *list = request_for(&relay, DEFENDER, alerts, relay.agent);
  evhttp_make_request(relay.defender, list, EVHTTP_REQ_GET, "/api/alerts/L_list"); // label: list
  struct evhttp_request *health = request_for(&relay, DEFENDER, finished, NULL);
  evhttp_make_request(relay.defender, health, EVHTTP_REQ_GET, "/api/L_health"); // label: health
  struct evhttp_request *old = request_for(&relay, DEFENDER, finished, "relay/1.2");
  evhttp_remove_header(evhttp_request_get_output_headers(old), "user-agent");
  evhttp_add_header(evhttp_request_get_output_headers(old), "User-Agent", "MdePartner-Contoso/1.2");
  evhttp_make_request(relay.defender, old, EVHTTP_REQ_GET, "/api/L_old"); // label: old
  event_base_dispatch(relay.base);

  evhttp_connection_free(relay.defender);
  evhttp_connection_free(relay.own);
  event_base_free(relay.base);
  return 0;
}
