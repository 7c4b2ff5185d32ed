// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions of cpr: what they are given, in which order, and what goes out.
#include <cpr/cpr.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void byDefault() {
  cpr::Session session;
  session.SetUrl(cpr::Url{ME});
  session.SetTimeout(5000);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

void anAgent() {
  cpr::Session session, option;
  session.SetUrl(ME);
  session.SetUserAgent(AGENT);
  session.Get();
  session.Post();
  option.SetOption(cpr::Url{ME});
  option.SetOption(cpr::UserAgent{AGENT});
  option.Delete();
}

void aHeader() {
  cpr::Session session;
  session.SetUrl(cpr::Url{ME});
  session.SetHeader(cpr::Header{{"Accept", "application/json"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
  session.UpdateHeader(cpr::Header{{"User-Agent", AGENT}});
  session.Get();
  session.UpdateHeader(cpr::Header{{"Accept", "*/*"}});
  session.Get();
  session.SetHeader(cpr::Header{{"Accept", "*/*"}}); // replaces all
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
  session.SetOption(cpr::Header{{"user-agent", AGENT}});
  session.Get();
}

// A header goes before SetUserAgent, whichever comes last.
void headerBeforeAgent() {
  cpr::Session good, bad, empty;
  good.SetUrl(ME);
  good.SetHeader({{"USER-AGENT", AGENT}});
  good.SetUserAgent("contoso/1.0");
  good.Get();
  bad.SetUrl(ME);
  bad.SetUserAgent(AGENT);
  bad.SetHeader({{"User-Agent", "contoso/1.0"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  bad.Get();
  empty.SetUrl(ME);
  empty.SetUserAgent(AGENT);
  empty.SetHeader({{"User-Agent", ""}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  empty.Get();
}

// Names are one whatever their case.
void oneName() {
  cpr::Session session;
  session.SetUrl(ME);
  session.SetHeader({{"User-Agent", "contoso/1.0"}});
  session.UpdateHeader({{"user-agent", AGENT}});
  session.Get();
  session.GetHeader()["USER-AGENT"] = "contoso/2.0";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/2.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.Get();
  session.GetHeader().erase("user-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

void emptyAgent() {
  cpr::Session session;
  session.SetUrl(ME);
  session.SetUserAgent("");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  session.Get();
}

void malformed(const std::string &version) {
  cpr::Session session;
  session.SetUrl(ME);
  session.SetUserAgent("MdePartner-Contoso/" + version);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso/{version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.Get();
  session.SetUserAgent(cpr::UserAgent{"MdePartner-Contoso-Cognito/"} + version);
  session.Get();
}

void afterTheSend() {
  cpr::Session session;
  session.SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
  session.SetUserAgent(AGENT);
  session.Get();
}

// The session keeps a copy of the headers.
void changedAfterwards() {
  cpr::Session session;
  cpr::Header header{{"User-Agent", AGENT}};
  session.SetUrl(ME);
  session.SetHeader(header);
  header.clear();
  session.Get();
  session.SetHeader(header);
  header.emplace("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

extern bool identify();
void onOneBranch() {
  cpr::Session session;
  session.SetUrl(ME);
  if (identify())
    session.SetUserAgent(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

void onBothBranches() {
  cpr::Session session;
  session.SetUrl(ME);
  if (identify())
    session.SetUserAgent(AGENT);
  else
    session.SetHeader({{"User-Agent", "MdePartner-Contoso-Beta/2.0"}});
  session.Get();
}

void onAnotherSession() {
  cpr::Session login, graph;
  login.SetUserAgent(AGENT);
  login.SetUrl("https://login.microsoftonline.com/common/oauth2/v2.0/token");
  login.Post();
  graph.SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  graph.Get();
}

void otherHosts() {
  cpr::Session session;
  session.SetUrl("https://siem.contoso.example/?host=graph.microsoft.com");
  session.Get();
  session.SetUrl("https://graph.microsoft.com.contoso.example/");
  session.Get();
}

void urls(const std::string &id) {
  const std::string base = "https://api.security.microsoft.com";
  cpr::Session session;
  session.SetUrl(cpr::Url{base} + "/api/machines/" + id);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
  session.SetUrl(cpr::Url{base, "/api/machines/", id});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
  session.SetUrl(base + "/api/machines");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

void downloads() {
  cpr::Session session;
  std::ofstream file("machines.json");
  session.SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Download(file);
  session.SetUserAgent(AGENT);
  session.Download(file);
}

void asynchronous() {
  auto bad = std::make_shared<cpr::Session>(), good = std::make_shared<cpr::Session>();
  bad->SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  auto first = bad->GetAsync();
  good->SetUrl(ME);
  good->SetUserAgent(AGENT);
  auto second = good->PostAsync();
}

void nextPage() {
  cpr::Session good, bad;
  good.SetUrl(ME);
  good.SetUserAgent(AGENT);
  cpr::Response page = good.Get();
  good.SetUrl(page.text.substr(page.text.find("nextLink")));
  good.Get();
  bad.SetUrl(page.text.substr(page.text.find("nextLink")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  bad.Get();
  auto later = std::make_shared<cpr::Session>();
  later->SetUrl(ME);
  later->SetUserAgent(AGENT);
  auto answer = later->GetAsync();
  bad.SetUrl(answer.get().text);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  bad.Get();
}

void callback() {
  cpr::Session session, other;
  session.SetUrl(ME);
  session.SetUserAgent(AGENT);
  session.SetWriteCallback(cpr::WriteCallback{[&](std::string_view, std::intptr_t) {
    other.SetUrl(ME);
    other.Get(); // said where the host comes from
    return true;
  }});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  session.Get();
}

void several() {
  auto good = std::make_shared<cpr::Session>(), bad = std::make_shared<cpr::Session>(), late = std::make_shared<cpr::Session>(),
       out = std::make_shared<cpr::Session>();
  cpr::MultiPerform all;
  good->SetUrl(ME);
  good->SetUserAgent(AGENT);
  all.AddSession(good);
  bad->SetUrl(ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  all.AddSession(bad);
  late->SetUrl(ME);
  all.AddSession(late);
  late->SetUserAgent(AGENT);
  out->SetUrl(ME);
  all.AddSession(out);
  all.RemoveSession(out);
  all.Get();
}

// An interceptor may set a User-Agent.
class Identifies : public cpr::Interceptor {
public:
  cpr::Response intercept(cpr::Session &session) override {
    session.SetUserAgent(AGENT);
    return proceed(session);
  }
};

void intercepted() {
  cpr::Session session;
  session.SetUrl(ME);
  session.AddInterceptor(std::make_shared<Identifies>());
  session.Get();
}

// What unseen code may have set.
extern void configure(cpr::Session &);
void unseen(cpr::Session &given, const cpr::Header &header) {
  given.SetUrl(ME);
  given.Get();
  cpr::Session session;
  session.SetUrl(ME);
  session.SetHeader(header);
  session.Get();
  cpr::Session configured;
  configure(configured);
  configured.SetUrl(ME);
  configured.Get();
}

static cpr::Response fetch(cpr::Session &session, const std::string &path) {
  session.SetUrl(cpr::Url{"https://graph.microsoft.com"} + path);
  for (int attempt = 0; attempt < 3; ++attempt) {
    cpr::Response answer = session.Get(); // for 'bad' below
    if (answer.status_code == 200)
      return answer;
  }
  return {};
}

static void name(cpr::Session &session) { session.SetUserAgent(cpr::UserAgent{AGENT}); }

static std::unique_ptr<cpr::Session> made(bool named) {
  auto session = std::make_unique<cpr::Session>();
  if (named)
    name(*session);
  return session;
}

void helpers() {
  cpr::Session good, bad;
  name(good);
  fetch(good, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  fetch(bad, "/v1.0/me");
  auto owned = made(true), unnamed = made(false);
  fetch(*owned, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  fetch(*unnamed, "/v1.0/me");
}

class Graph {
public:
  explicit Graph(const char *agent) {
    if (agent)
      session_.SetUserAgent(agent);
  }
  std::string get(const std::string &path) {
    session_.SetUrl("https://graph.microsoft.com" + path);
    return session_.Get().text;
  }

private:
  cpr::Session session_;
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpr sends 'curl/{version}' [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}
