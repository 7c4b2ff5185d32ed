// RUN: %check-doors %s -- -include %S/Inputs/webrequest.h -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -DONLY_UNSEEN -include %S/Inputs/webrequest.h -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// wxWebSession and wxWebRequest; what comes from code that was not seen.
#include <string>
#include <wx/event.h>
#include <wx/string.h>
#include <wx/webrequest.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

extern bool chosen(const char *);

#ifndef ONLY_UNSEEN

void missing(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebRequest request = session.CreateRequest(handler, ME);
  request.SetHeader("Accept", "application/json");
  request.SetMethod("GET");
  request.SetStorage(wxWebRequest::Storage_Memory);
  if (!request.IsOk())
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  request.Start();
}

void set(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebRequest request = session.CreateRequest(handler, ME);
  request.SetHeader("User-Agent", AGENT);
  request.SetData("{}", "application/json");
  request.Start();
}

// The session's headers are taken over when a request is made.
void common(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebRequest before = session.CreateRequest(handler, ME);
  session.AddCommonHeader("User-Agent", AGENT);
  wxWebRequest after = session.CreateRequest(handler, ME), overridden = session.CreateRequest(handler, wxT("https://graph.microsoft.com/v1.0/me"));
  overridden.SetHeader("User-Agent", "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  before.Start();
  after.Start();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  overridden.Start();
}

// A name in another case is sent beside the session's own agent.
void otherCase(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebRequest request = session.CreateRequest(handler, ME);
  request.SetHeader("user-agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', '{application}/1 wxWidgets/{version}' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  request.Start();
}

// Requests and sessions are handles.
void handles(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebSession same = session;
  same.AddCommonHeader("User-Agent", AGENT);
  wxWebRequest good = session.CreateRequest(handler, ME);
  good.Start();
  wxWebSession other = wxWebSession::New();
  wxWebRequest request = other.CreateRequest(handler, ME);
  wxWebRequest copy = request;
  copy.SetHeader("User-Agent", AGENT);
  request.Start();
}

void afterTheStart(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  wxWebRequest request = session.CreateRequest(handler, ME), branch = session.CreateRequest(handler, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  request.Start();
  request.SetHeader("User-Agent", AGENT);
  if (chosen("agent"))
    branch.SetHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  branch.Start();
}

void otherHosts(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  session.CreateRequest(handler, "https://login.microsoftonline.com/common").Start();
  session.CreateRequest(handler, "https://graph.microsoft.com.contoso.example/").Start();
  session.CreateRequest(handler, "https://siem.contoso.example/?u=https://graph.microsoft.com").Start();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  session.CreateRequest(handler, "https://api.security.microsoft.com/api").Start();
}

namespace {

class Window : public wxEvtHandler {
public:
  Window() : session_(wxWebSession::New()) {}

  void load(const wxString &path, const char *agent) {
    wxWebRequest request = session_.CreateRequest(this, "https://graph.microsoft.com" + path);
    if (agent)
      request.SetHeader("User-Agent", agent);
    request.Start();
  }

  // What an event calls.
  void onThread() {
    Bind(wxEVT_THREAD, [this](wxThreadEvent &) {
      wxWebRequest request = session_.CreateRequest(this, "https://api.security.microsoft.com/api");
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
      request.Start();
    });
  }

private:
  wxWebSession session_;
};

} // namespace

void windows() {
  Window window;
  window.load("/v1.0/me", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
  window.load("/v1.0/me", nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  window.load("/v1.0/me", "Contoso");
  Window other;
  other.onThread();
}

#endif

extern void configure(wxWebSession &);
extern void configureRequest(wxWebRequest &);
extern wxString configuredAgent();

// Others may have named the session that all share.
void sharedSession(wxEvtHandler *handler) {
  wxWebRequest request = wxWebSession::GetDefault().CreateRequest(handler, ME), bad = wxWebSession::GetDefault().CreateRequest(handler, ME);
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  request.Start();
  bad.SetHeader("User-Agent", "Contoso/1.0");
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  bad.Start();
}

void sharedSessionNamedHere(wxEvtHandler *handler) {
  wxWebSession &session = wxWebSession::GetDefault();
  session.AddCommonHeader("User-Agent", AGENT);
  session.CreateRequest(handler, ME).Start();
}

void configuredElsewhere(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New(), other = wxWebSession::New();
  configure(session);
  wxWebRequest request = session.CreateRequest(handler, ME), late = other.CreateRequest(handler, ME);
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  request.Start();
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  configureRequest(late);
  late.Start();
}

void agentFromElsewhere(wxEvtHandler *handler) {
  wxWebSession session = wxWebSession::New();
  session.AddCommonHeader("User-Agent", configuredAgent());
  wxWebRequest request = session.CreateRequest(handler, ME);
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  request.Start();
}
