// RUN: %check-doors %s -- -include %S/Inputs/webrequest.h -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A link in the response of an event: functions are bound to a handler by a tag, a global
// of the library, that a model can't tell from another; so no request's answer is given them.
#include <wx/event.h>
#include <wx/webrequest.h>

class Window : public wxEvtHandler {
public:
  // The answer's link is followed without an agent.
  void follow() {
    Bind(wxEVT_WEBREQUEST_STATE, [this](wxWebRequestEvent &event) {
      if (event.GetState() != wxWebRequest::State_Completed)
        return;
      wxWebRequest next = session_.CreateRequest(this, event.GetResponse().AsString());
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends '{application}/1 wxWidgets/{version}' [mde-user-agent]
      next.Start();
    });
    wxWebRequest request = session_.CreateRequest(this, "https://graph.microsoft.com/v1.0/users");
    request.SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
    request.Start();
  }

private:
  wxWebSession session_ = wxWebSession::New();
};

void follow() {
  Window window;
  window.follow();
}
