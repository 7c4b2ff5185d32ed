// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The data behind a panel of a desktop: scores and devices come asynchronously from
// Defender through one session, a preview from Graph through a second one, whose
// agent is only set in an edition of the program. The session for Defender is given
// its agent in the constructor of the panel.
#include <libsoup/soup.h>
#include <truth/choice.h>

typedef struct {
  GMainLoop *loop;
  SoupSession *defender;
  SoupSession *graph;
  int pending;
} Panel;

static Panel *panel_new(void) {
  Panel *panel = g_new0(Panel, 1);
  panel->loop = g_main_loop_new(NULL, FALSE);
  panel->defender = soup_session_new_with_options("timeout", 10, "user-agent", "MdePartner-Contoso-Panel/0.9", NULL);
  panel->graph = soup_session_new();
  if (truth_flag("beta"))
    g_object_set(panel->graph, "user-agent", "MdePartner-Contoso-Panel/1.0-beta", NULL);
  return panel;
}

static void on_answer(GObject *source, GAsyncResult *result, gpointer user) {
  Panel *panel = user;
  GError *error = NULL;
  GBytes *body = soup_session_send_and_read_finish(SOUP_SESSION(source), result, &error);
  if (body)
    g_bytes_unref(body);
  g_clear_error(&error);
  if (--panel->pending == 0)
    g_main_loop_quit(panel->loop);
}

static void fetch(Panel *panel, SoupSession *session, const char *url) {
  SoupMessage *message = soup_message_new(SOUP_METHOD_GET, url);
  soup_message_headers_append(soup_message_get_request_headers(message), "Accept", "application/json");
  panel->pending++;
  soup_session_send_and_read_async(session, message, G_PRIORITY_DEFAULT, NULL, on_answer, panel);
  g_object_unref(message);
}

static void upload(SoupSession *session, const char *token) {
  SoupMessage *message = soup_message_new(SOUP_METHOD_POST, "http://graph.microsoft.com/v1.0/L_upload");
  SoupMessageHeaders *headers = soup_message_get_request_headers(message);
  g_autofree char *authorization = g_strdup_printf("Bearer %s", token);
  soup_message_headers_replace(headers, "Authorization", authorization);
  soup_message_headers_replace(headers, "User-Agent", "Panel upload");
  GBytes *answer = soup_session_send_and_read(session, message, NULL, NULL); // label: upload
  if (answer)
    g_bytes_unref(answer);
  g_object_unref(message);
}

int main(void) {
  Panel *panel = panel_new();
  fetch(panel, panel->defender, "http://api.securitycenter.microsoft.com/api/L_score"); // label: score
  fetch(panel, panel->defender, "http://api.securitycenter.microsoft.com/api/L_devices"); // label: devices
  fetch(panel, panel->graph, "http://graph.microsoft.com/v1.0/L_preview"); // label: preview
  fetch(panel, panel->graph, "http://siem.contoso.example/L_feed"); // label: feed
  g_main_loop_run(panel->loop);
  upload(panel->graph, truth_text("token", "secret"));
  g_object_unref(panel->graph);
  g_object_unref(panel->defender);
  g_main_loop_unref(panel->loop);
  g_free(panel);
  return 0;
}
