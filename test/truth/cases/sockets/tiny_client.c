// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An agent for small devices that speaks HTTP itself, over OpenSSL: one function
// writes the head of each request, another the whole exchange. A third host, with
// the updates of the product, is not Microsoft's.
#include <netdb.h>
#include <openssl/ssl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <truth/choice.h>
#include <unistd.h>

struct head {
  char text[2048];
  size_t length;
};

static void add(struct head *head, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  head->length += vsnprintf(head->text + head->length, sizeof head->text - head->length, format, arguments);
  va_end(arguments);
}

static SSL *dial(SSL_CTX *context, const char *host) {
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
  SSL *ssl = NULL;
  int fd;
  if (getaddrinfo(host, "443", &hints, &found) != 0)
    return NULL;
  fd = socket(found->ai_family, SOCK_STREAM, 0);
  if (fd >= 0 && connect(fd, found->ai_addr, found->ai_addrlen) == 0) {
    ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    SSL_set_tlsext_host_name(ssl, host);
    if (SSL_connect(ssl) != 1) {
      SSL_free(ssl);
      ssl = NULL;
    }
  }
  freeaddrinfo(found);
  return ssl;
}

static void hang_up(SSL *ssl) {
  char answer[1024];
  while (SSL_read(ssl, answer, sizeof answer) > 0)
    ;
  close(SSL_get_fd(ssl));
  SSL_free(ssl);
}

// The device's own name is in each request, unless the caller says otherwise.
static void request(SSL_CTX *context, const char *method, const char *host, const char *path, const char *agent) {
  struct head head = {.length = 0};
  SSL *ssl = dial(context, host);
  if (!ssl)
    return;
  add(&head, "%s %s HTTP/1.1\r\n", method, path);
  add(&head, "Host: %s\r\n", host);
  if (agent)
    add(&head, "User-Agent: %s\r\n", agent);
  add(&head, "Accept: application/json\r\nConnection: close\r\n\r\n");
  SSL_write(ssl, head.text, (int)head.length);
  hang_up(ssl);
}

// Written long before the function above.
static void heartbeat(SSL_CTX *context) {
  static const char beat[] = "GET /v1.0/security/L_beat HTTP/1.1\r\n"
                             "Host: graph.microsoft.com\r\n"
                             "Connection: close\r\n"
                             "\r\n";
  SSL *ssl = dial(context, "graph.microsoft.com");
  if (!ssl)
    return;
  SSL_write(ssl, beat, sizeof beat - 1); // label: beat
  hang_up(ssl);
}

int main(void) {
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  const char *agent = "MdePartner-Contoso-Tiny/0.9";
  SSL_CTX_set_default_verify_paths(context);
  request(context, "GET", "api.securitycenter.microsoft.com", "/api/L_alerts", agent); // label: alerts
  request(context, "GET", "api.securitycenter.microsoft.com", "/api/L_machines",
          truth_flag("old firmware") ? "Tiny/0.8" : agent); // label: machines
  request(context, "GET", "updates.contoso.example", "/L_update", NULL); // label: update
  if (truth_flag("verbose"))
    request(context, "POST", "graph.microsoft.com", "/v1.0/L_trace", NULL); // label: trace
  heartbeat(context);
  SSL_CTX_free(context);
  return 0;
}
