// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Objects in C: an opaque struct with init, setters, send and free.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

struct client {
  CURL *curl;
  struct curl_slist *headers;
  char *base;
  void (*before_send)(struct client *);
};

static struct client *client_new(const char *base) {
  struct client *client = calloc(1, sizeof *client);
  if (!client)
    return NULL;
  client->curl = curl_easy_init();
  client->base = strdup(base);
  return client;
}

static void client_header(struct client *client, const char *line) {
  client->headers = curl_slist_append(client->headers, line);
}

static void client_identify(struct client *client) {
  client_header(client, "User-Agent: MdePartner-Contoso-Cognito/1.0");
}

static CURLcode client_get(struct client *client, const char *path) {
  char url[512];
  if (client->before_send)
    client->before_send(client);
  strcpy(url, client->base);
  strcat(url, path);
  curl_easy_setopt(client->curl, CURLOPT_URL, url);
  curl_easy_setopt(client->curl, CURLOPT_HTTPHEADER, client->headers);
  return curl_easy_perform(client->curl);
}

static void client_free(struct client *client) {
  if (!client)
    return;
  curl_slist_free_all(client->headers);
  curl_easy_cleanup(client->curl);
  free(client->base);
  free(client);
}

void identified(void) {
  struct client *client = client_new("https://api.securitycenter.microsoft.com");
  if (!client)
    return;
  client_identify(client);
  client_get(client, "/api/machines");
  client_get(client, "/api/alerts");
  client_free(client);
}

void not_identified(void) {
  struct client *client = client_new("https://api.securitycenter.microsoft.com");
  if (!client)
    return;
  client_header(client, "Accept: application/json");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client_get(client, "/api/machines");
  client_identify(client);
  client_get(client, "/api/machines");
  client_free(client);
}

void by_hook(void) {
  struct client *client = client_new("https://graph.microsoft.com");
  if (!client)
    return;
  client->before_send = client_identify;
  client_get(client, "/v1.0/me");
  client_free(client);
}

void other_base(void) {
  struct client *client = client_new("https://siem.contoso.example");
  if (!client)
    return;
  client_get(client, "/graph.microsoft.com");
  client_free(client);
}

// The header list is freed and forgotten between two requests.
void forgotten(void) {
  struct client *client = client_new("https://graph.microsoft.com");
  if (!client)
    return;
  client_identify(client);
  client_get(client, "/v1.0/me");
  curl_slist_free_all(client->headers);
  client->headers = NULL;
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client_get(client, "/v1.0/users");
  client_free(client);
}

// Two clients, kept apart; one struct by value.
void two(void) {
  struct client a = {0}, b = {0};
  a.curl = curl_easy_init();
  a.base = "https://graph.microsoft.com";
  b = a;
  b.curl = curl_easy_init();
  client_identify(&a);
  client_get(&a, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client_get(&b, "/v1.0/me");
}
