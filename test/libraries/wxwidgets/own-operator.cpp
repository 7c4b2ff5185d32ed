// RUN: %check-doors %s -- -std=c++17 -D__WXGTK__ -D_FILE_OFFSET_BITS=64 -isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2 -isystem/usr/include/wx-3.2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// wxString's operators stand in the global namespace: the program's own are none of them.
#include <memory>
#include <wx/protocol/http.h>

struct Address {
  wxString host;
};

static Address operator+(const Address &base, int) {
  wxHTTP http;
  http.Connect(base.host);
  std::unique_ptr<wxInputStream> stream(http.GetInputStream("/v1.0/me"));
  return base;
}

// CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; wxWidgets sends 'wxWidgets {version}' [mde-user-agent]
void ownOperator() { Address{"graph.microsoft.com"} + 1; }

void elsewhere() { Address{"contoso.example"} + 1; }
