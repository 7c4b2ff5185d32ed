// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// RUN: %check-doors %s -- -std=c++17 -I %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The functions of cpr that make a session: options in any order.
#include <cpr/cpr.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void options(const std::string &token) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(cpr::Url{ME});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(cpr::Url{ME}, cpr::Bearer{token}, cpr::Timeout{1000});
  cpr::Get(cpr::Url{ME}, cpr::UserAgent{AGENT});
  cpr::Get(cpr::UserAgent{AGENT}, cpr::Bearer{token}, cpr::Url{ME});
  cpr::Get(cpr::Header{{"Authorization", "Bearer " + token}, {"User-Agent", AGENT}}, cpr::Url{ME});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Post(cpr::Url{ME}, cpr::Body{"{}"}, cpr::Header{{"Content-Type", "application/json"}});
  cpr::Post(cpr::Url{ME}, cpr::Body{"{}"}, cpr::Header{{"user-agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  cpr::Delete(cpr::Url{ME}, cpr::UserAgent{"contoso"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  cpr::Put(cpr::Url{ME}, cpr::UserAgent{AGENT}, cpr::Header{{"User-Agent", "contoso"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Patch(cpr::Url{ME}, cpr::Parameters{{"$top", "5"}});
  cpr::Head(cpr::Url{"https://login.microsoftonline.com/common"});
}

// Further headers update the first.
void severalHeaders() {
  cpr::Get(cpr::Url{ME}, cpr::Header{{"User-Agent", AGENT}}, cpr::Header{{"Accept", "*/*"}});
  cpr::Get(cpr::Url{ME}, cpr::Header{{"User-Agent", "contoso"}}, cpr::Header{{"user-agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  cpr::Get(cpr::Url{ME}, cpr::Header{{"Accept", "*/*"}}, cpr::Header{{"User-Agent", "contoso"}});
}

void variables(const std::string &version) {
  const cpr::Url url{ME};
  cpr::Header header{{"Accept", "application/json"}};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(url, header);
  header["User-Agent"] = "MdePartner-Contoso-Cognito/" + version;
  cpr::Get(url, header);
  header.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(url, header);
}

void downloads() {
  std::ofstream file("me.json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Download(file, cpr::Url{ME});
  cpr::Download(file, cpr::Url{ME}, cpr::UserAgent{AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Download(cpr::WriteCallback{[](std::string_view page, std::intptr_t) {
    cpr::Get(cpr::Url{page});
    return true;
  }}, cpr::Url{ME}, cpr::UserAgent{AGENT});
}

void several() {
  cpr::MultiGet(std::tuple<cpr::Url, cpr::UserAgent>{ME, AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::MultiGet(std::tuple<cpr::Url, cpr::UserAgent>{ME, AGENT}, std::tuple<cpr::Url>{ME});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  cpr::MultiPost(std::make_tuple(cpr::Url{ME}, cpr::UserAgent{"contoso"}));
}

void pages() {
  std::string url = "https://api.security.microsoft.com/api/machines";
  while (!url.empty()) {
    cpr::Response page = cpr::Get(cpr::Url{url}, cpr::UserAgent{AGENT});
    url = page.text.substr(page.text.find("@odata.nextLink"));
  }
  cpr::Response first = cpr::Get(cpr::Url{ME}, cpr::UserAgent{AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  cpr::Get(cpr::Url{first.text});
}

void unknown(const cpr::Header &header, const std::string &agent) {
  cpr::Get(cpr::Url{ME}, header);
  cpr::Get(cpr::Url{ME}, cpr::UserAgent{agent});
}
