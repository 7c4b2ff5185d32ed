// RUN: %check-doors %s -- -std=c++17 -DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1 -isystem /usr/share/juce/modules
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JUCE: headers that helpers build, pages, retries, and what unseen code has a say in.
#include <juce_core/juce_core.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using namespace juce;
using Options = URL::InputStreamOptions;

static const char *const Base = "https://api.securitycenter.microsoft.com";

// Texts.
static String product(int major) {
  String name("MdePartner-Contoso-");
  name << "Cognito" << '/' << major << "." << String(2);
  return name;
}

void built() {
  StringArray good{"Accept: */*"}, bad{"Accept: */*", "User-Agent: Contoso/1"};
  good.add("User-Agent: " + product(3));
  auto options = Options(URL::ParameterHandling::inAddress);
  URL(String(Base) + "/api/alerts").createInputStream(options.withExtraHeaders(good.joinIntoString("\r\n")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  URL(String(Base) + "/api/alerts").createInputStream(options.withExtraHeaders(bad.joinIntoString("\r\n")));
  URL(Base).getChildURL("api").createInputStream(options.withExtraHeaders(String::formatted("User-Agent: %s/%d.%d\r\n", "MdePartner-Contoso-Cognito", 1, 0)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'mdepartner-contoso-cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  URL(Base).getChildURL("api").createInputStream(options.withExtraHeaders("User-Agent: " + String(AGENT).toLowerCase()));
}

// Pairs of name and value, made into lines.
static String lines(const StringPairArray &fields) {
  String text;
  for (int i = 0; i < fields.size(); ++i)
    text << fields.getAllKeys()[i] << ": " << fields.getAllValues()[i] << "\r\n";
  return text;
}

void pairs() {
  StringPairArray good, bad;
  good.set("Accept", "*/*");
  good.set("User-Agent", "Contoso");
  good.set("User-Agent", AGENT);
  bad.set("Accept", "*/*");
  auto options = Options(URL::ParameterHandling::inAddress);
  URL(Base).createInputStream(options.withExtraHeaders(lines(good)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  URL(Base).createInputStream(options.withExtraHeaders(lines(bad)));
}

// Pages, and tries.
static String getPage(const URL &url, const String &headers) {
  for (int tries = 0; tries < 3; ++tries) {
    int status = 0;
    auto stream = url.createInputStream(Options(URL::ParameterHandling::inAddress).withExtraHeaders(headers).withStatusCode(&status));
    if (stream != nullptr && status == 200)
      return stream->readEntireStreamAsString();
  }
  return {};
}

void pages() {
  String next = String(Base) + "/api/alerts?$top=100";
  while (next.isNotEmpty()) {
    const var page = JSON::parse(getPage(next, "User-Agent: " AGENT));
    next = page["@odata.nextLink"].toString();
  }
}

void pagesWithout() {
  String next = String(Base) + "/api/alerts?$top=100";
  while (next.isNotEmpty()) {
    const var page = JSON::parse(getPage(next, "User-Agent: " AGENT));
    next = page["@odata.nextLink"].toString();
    if (page["legacy"])
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
      next = getPage(next, "Accept: */*");
  }
}

void failed() {
  const URL me("https://graph.microsoft.com/v1.0/me");
  int status = 0;
  auto options = Options(URL::ParameterHandling::inAddress).withStatusCode(&status).withExtraHeaders("User-Agent: " AGENT);
  auto stream = me.createInputStream(options);
  if (stream == nullptr) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
    me.readEntireTextStream();
    me.createInputStream(options);
    return;
  }
  if (status == 404)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
    me.withParameter("legacy", "1").readEntireTextStream();
}

class Graph {
public:
  explicit Graph(const char *agent) {
    if (agent)
      headers << "User-Agent: " << agent << newLine;
  }
  String get(const String &path) const {
    auto stream = std::make_unique<WebInputStream>(base.getChildURL(path), false);
    stream->withExtraHeaders(headers);
    return stream->connect(nullptr) ? stream->readEntireStreamAsString() : String();
  }

private:
  URL base{"https://graph.microsoft.com/v1.0"};
  String headers;
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd("contoso");
  good.get("me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  bad.get("me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("me");
}

// On a thread of its own.
void onThread() {
  Thread::launch([] {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
    URL("https://graph.microsoft.com/v1.0/me").readEntireTextStream();
    URL("https://graph.microsoft.com/v1.0/me").createInputStream(false, nullptr, nullptr, "User-Agent: " AGENT);
  });
}

extern URL from();
extern void configure(WebInputStream &);
void unseen(const String &given, const Options &options, InputStream &stream, const File &file) {
  URL("https://graph.microsoft.com/v1.0/me").createInputStream(options);
  URL("https://graph.microsoft.com/v1.0/me").createInputStream(Options(URL::ParameterHandling::inAddress).withExtraHeaders(given));
  URL(given).readEntireTextStream();
  from().readEntireTextStream();
  WebInputStream configured(URL("https://graph.microsoft.com/v1.0/me"), false);
  configure(configured);
  configured.connect(nullptr);
  stream.readEntireStreamAsString();
  URL(file).readEntireTextStream();
}
