// RUN: %check-doors %s -- -include %S/Inputs/webrequest.h -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The session that all share is named in one function and used in others.
#include <wx/event.h>
#include <wx/webrequest.h>

#define ME "https://graph.microsoft.com/v1.0/me"

static void load(wxEvtHandler *handler, const wxString &url) { wxWebSession::GetDefault().CreateRequest(handler, url).Start(); }

static void configure() { wxWebSession::GetDefault().AddCommonHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0"); }

int main(int argc, char **argv) {
  wxEvtHandler handler;
  if (argc > 1)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
    load(&handler, ME);
  configure();
  load(&handler, ME);
  wxString address(argv[0]);
  // Without the end of what find yields, nothing is cut off.
  if (wxString("graph.microsoft.com").find("contoso") == wxString::npos)
    load(&handler, ME "/messages");
  else
    wxWebSession::New().CreateRequest(&handler, ME).Start();
}
