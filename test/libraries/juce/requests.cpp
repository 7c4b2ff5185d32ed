// RUN: %check-doors %s -- -std=c++17 -DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1 -isystem /usr/share/juce/modules
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JUCE: what a URL sends by itself, with extra headers, and as a WebInputStream.
#include <juce_core/juce_core.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define LINE "User-Agent: " AGENT

using juce::String;
using juce::URL;
using Options = URL::InputStreamOptions;

// No headers can be given to these.
void whole(juce::MemoryBlock &block) {
  const URL alerts("https://api.securitycenter.microsoft.com/api/alerts"), own("https://siem.contoso.example/api/alerts");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; JUCE sends 'curl/{version}, JUCE/{version} or juce' [mde-user-agent]
  alerts.readEntireTextStream();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  alerts.readEntireBinaryStream(block, true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  auto xml = alerts.readEntireXmlStream();
  own.readEntireTextStream();
  own.readEntireBinaryStream(block);
}

void options(const String &version) {
  const URL me("https://graph.microsoft.com/v1.0/me");
  const Options bare(URL::ParameterHandling::inAddress);
  const auto good = bare.withConnectionTimeoutMs(1000).withExtraHeaders(LINE "\r\nAccept: */*").withNumRedirectsToFollow(2);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  me.createInputStream(bare);
  me.createInputStream(good);
  me.withPOSTData("{}").createInputStream(good.withHttpRequestCmd("PATCH"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  me.createInputStream(good.withExtraHeaders("Accept: */*")); // in place of the first
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/{version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  me.createInputStream(bare.withExtraHeaders("user-agent: Contoso/" + version));
  me.createInputStream(bare.withExtraHeaders("User-Agent: Contoso").withExtraHeaders("user-agent: MdePartner-Contoso-Cognito/" + version));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.+}} of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  me.createInputStream(bare.withExtraHeaders(LINE "\r\nUser-Agent: Contoso"));
}

// The form of before version 7.
void older() {
  const URL me("https://graph.microsoft.com/v1.0/me");
  int status = 0;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  me.createInputStream(false);
  me.createInputStream(true, nullptr, nullptr, LINE);
  if (auto stream = me.createInputStream(false, nullptr, nullptr, LINE "\r\n", 1000, nullptr, &status))
    return;
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  if (status == 429)
    me.createInputStream(false, nullptr, nullptr, "Accept: */*", 5000);
}

void downloads(const juce::File &file) {
  URL log("https://api.security.microsoft.com/api/machines/log");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  auto bare = log.downloadToFile(file, URL::DownloadTaskOptions());
  auto good = log.downloadToFile(file, URL::DownloadTaskOptions().withExtraHeaders(LINE).withUsePost(false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  auto older = log.downloadToFile(file);
  auto goodOlder = log.downloadToFile(file, LINE);
  URL::DownloadTaskOptions assigned, assignedBad;
  assigned.extraHeaders = LINE;
  assignedBad.extraHeaders = "User-Agent: Contoso";
  auto third = log.downloadToFile(file, assigned);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  auto fourth = log.downloadToFile(file, assignedBad);
  if (good == nullptr) // again, without
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
    log.downloadToFile(file, String());
}

// It leaves when it is first asked for something; headers are added to what is there.
void streams() {
  const URL me("https://graph.microsoft.com/v1.0/me");
  juce::WebInputStream good(me, false), bad(me, false), two(me, false), late(me, true), unused(me, false), read(me, false);
  good.withExtraHeaders("Accept: */*").withConnectionTimeout(5).withExtraHeaders(LINE);
  good.connect(nullptr);
  good.readEntireStreamAsString();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  bad.getStatusCode();
  bad.readEntireStreamAsString(); // of the same request
  two.withExtraHeaders("User-Agent: Contoso").withExtraHeaders(LINE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.+}} of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  two.connect(nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  late.connect(nullptr);
  late.withExtraHeaders(LINE);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  read.readNextLine();
  unused.withExtraHeaders("Accept: */*");
  unused.isError();
}

void hosts() {
  const Options bare(URL::ParameterHandling::inAddress);
  const URL graph("https://graph.microsoft.com"), login("https://login.microsoftonline.com/common");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  graph.withNewSubPath("v1.0/users").withParameter("$top", "5").createInputStream(bare);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  graph.getChildURL("v1.0").getChildURL("users").createInputStream(bare);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  login.withNewDomainAndPath("https://graph.microsoft.com/v1.0/me").createInputStream(bare);
  login.createInputStream(bare);
  login.withParameter("resource", "https://graph.microsoft.com").createInputStream(bare);
  login.getChildURL("https://graph.microsoft.com/v1.0").createInputStream(bare);
  graph.withNewDomainAndPath("https://siem.contoso.example/v1.0/me").createInputStream(bare);
  URL("https://graph.microsoft.com.contoso.example/v1.0/me").createInputStream(bare);
}

// A source of streams can't be given headers.
void sources() {
  juce::URLInputSource graph(URL("https://graph.microsoft.com/v1.0/me")), own(URL("https://siem.contoso.example/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  std::unique_ptr<juce::InputStream> bad(graph.createInputStream()), good(own.createInputStream());
}

bool identify();
void onOneBranch() {
  const URL me("https://graph.microsoft.com/v1.0/me");
  String lines("Accept: */*");
  if (identify())
    lines << juce::newLine << LINE;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  me.createInputStream(Options(URL::ParameterHandling::inAddress).withExtraHeaders(lines));
  if (false)
    me.createInputStream(Options(URL::ParameterHandling::inPostData));
}
