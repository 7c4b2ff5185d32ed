// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Heads of requests that a program writes itself, into sockets and TLS.
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define AGENT "MdePartner-Contoso-App/1.0"
extern const char *token(void), *host(void);

void missing(SSL *ssl) {
  const char *head = "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nAccept: */*\r\n\r\n";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; HTTP over sockets sends none [mde-user-agent]
  SSL_write(ssl, head, strlen(head));
}

void compliant(SSL *ssl) {
  const char *head = "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\nuser-agent: " AGENT "\r\n\r\n";
  SSL_write(ssl, head, strlen(head));
}

void printed(int fd, int withAgent) {
  char head[1024];
  int n = snprintf(head, sizeof head, "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n", "/api/alerts",
                   "api.securitycenter.microsoft.com", token());
  if (withAgent)
    n += snprintf(head + n, sizeof head - n, "User-Agent: %s\r\n", AGENT);
  n += snprintf(head + n, sizeof head - n, "\r\n");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; HTTP over sockets sends none [mde-user-agent]
  send(fd, head, n, 0);
}

void malformed(int fd) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  dprintf(fd, "GET /v1.0/me HTTP/1.1\r\nHost: %s\r\nUser-Agent: contoso/%s\r\n\r\n", "graph.microsoft.com", "1.0");
}

void wellFormed(int fd) {
  dprintf(fd, "GET /v1.0/me HTTP/1.1\r\nHost: %s\r\nUser-Agent: MdePartner-Contoso-App/%s\r\n\r\n", "graph.microsoft.com", "1.0");
}

// A User-Agent may be in what is written next.
void inParts(int fd) {
  const char *first = "GET /v1.0/me HTTP/1.1\r\nHost: graph.microsoft.com\r\n", *rest = "User-Agent: " AGENT "\r\n\r\n";
  write(fd, first, strlen(first));
  write(fd, rest, strlen(rest));
}

// No requests, or none to hosts under the requirement.
void others(int fd, const char *message) {
  const char *head = "GET / HTTP/1.1\r\nHost: contoso.example\r\nReferer: https://graph.microsoft.com/\r\n\r\n";
  send(fd, head, strlen(head), 0);
  const char *answer = "HTTP/1.1 200 OK\r\nServer: graph.microsoft.com\r\n\r\n";
  write(fd, answer, strlen(answer));
  const char *log = "graph.microsoft.com speaks HTTP/1.1\n";
  write(2, log, strlen(log));
  write(fd, message, strlen(message));
  dprintf(fd, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", host());
}
