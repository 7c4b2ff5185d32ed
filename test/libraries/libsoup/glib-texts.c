// RUN: %check-doors %s -- -std=gnu17 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Texts of GLib: each is what a program that was run printed.
#include <curl/curl.h>
#include <glib.h>

static void deliver(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void good(void) {
  GString *agent = g_string_new("Cognito");
  g_string_insert(agent, 0, "MdePartner-Contoso-");
  g_string_append(agent, "/1.0-debug");
  g_string_erase(agent, 30, -1);
  deliver(agent->str);
  deliver(g_strjoin("/", "MdePartner-Contoso-Cognito", "1.0", NULL));
}

void texts(void) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/1.2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strdup_printf("x/%d.%d", 1, 2));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strconcat("x", "/", "3", NULL));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/1.2.3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strjoin(".", "x/1", "2", "3", NULL));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/4' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_string_free(g_string_append(g_string_new("x/"), "4"), FALSE));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/5' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_string_new("x/5")->str);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/ab' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_ascii_strdown("X/AB", -1));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'X/AB' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_ascii_strup("x/ab", -1));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/12' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strndup("x/12345", 4));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/6' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strdup("x/6"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strjoin("/", "x", NULL));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/y' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strjoin("/", "x", "y", NULL));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/b' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x/ab"); g_string_erase(s, 2, 1); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/y' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x"); g_string_insert(s, -1, "/y"); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/v.9' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new(NULL); g_string_printf(s, "x/%s", "v"); g_string_append_printf(s, ".%d", 9); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/7' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("/7"); g_string_prepend(s, "x"); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/8' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x/8abc"); g_string_truncate(s, 3); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/9z' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x/9"); g_string_append_c(s, 'z'); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/9' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x9"); g_string_insert(s, 1, "/"); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/10' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("q"); g_string_assign(s, "x/10"); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/11' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x/11yyy"); g_string_erase(s, 4, -1); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/12' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_sized_new(64); g_string_append_len(s, "x/12345", 4); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/13' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strstrip(g_strdup("  x/13 ")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/14' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strchomp(g_strdup("x/14  ")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/17' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strdup("x/17"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/18' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ char b[20]; g_snprintf(b, sizeof b, "x/%d", 18); g_strdup(b); }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/19' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ char b[20]; g_strlcpy(b, "x/", sizeof b); g_strlcat(b, "19", sizeof b); g_strdup(b); }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/a-b' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(({ GString *s = g_string_new("x/a.b"); g_string_replace(s, ".", "-", 0); s->str; }));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/s' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  deliver(g_strdup_printf("x/%s", (const char *)"s"));
}
