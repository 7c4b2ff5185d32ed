// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A part of what an answer says is of the answer, however it is cut out: the next page,
// which lies where the first did. With a User-Agent, nothing is said.
#include <httplib.h>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

extern int which();

void pages() {
  httplib::Client client("https://graph.microsoft.com");
  auto page = client.Get("/v1.0/me", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
  if (!page)
    return;
  std::string link = page->get_header_value("Link");
  char host[100];
  switch (which()) {
  case 0: {
    httplib::Client next(link.substr(1, link.size() - 2));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 1: {
    httplib::Client next(link.c_str() + 1);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 2: {
    httplib::Client next(&link[1]);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 3: {
    std::snprintf(host, sizeof host, "%.*s", 40, link.c_str());
    httplib::Client next(host);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 4: {
    std::snprintf(host, sizeof host, "%.*s", int(link.find('>')), link.c_str());
    httplib::Client next(host);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 5: {
    std::strncpy(host, link.c_str() + 1, 30);
    host[30] = 0;
    httplib::Client next(host);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 6: {
    link.pop_back();
    httplib::Client next(link);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 7: {
    link.erase(0, 1);
    httplib::Client next(link);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 8: {
    httplib::Client next(std::string(link.begin() + 1, link.end() - 1));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 9: {
    httplib::Client next(link.substr(link.find('<') + 1, link.find('>') - 1));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  case 10: {
    std::string_view view(link);
    view.remove_prefix(1);
    httplib::Client next{std::string(view)};
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
    next.Get("/next");
    next.Get("/next", {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
    break;
  }
  }
}

// What is cut out of something else is not.
void elsewhere(std::string link) {
  httplib::Client next(link.substr(1, link.size() - 2));
  next.Get("/next");
}
