// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -DONLY_UNSEEN
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions, where they send to, and classes around them; what comes from code that was not seen.
#include <Poco/AutoPtr.h>
#include <Poco/Exception.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPSSessionInstantiator.h>
#include <Poco/Net/HTTPSessionFactory.h>
#include <Poco/SharedPtr.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <Poco/URI.h>
#include <functional>
#include <memory>
#include <string>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using namespace Poco::Net;
extern bool chosen(const char *);

#ifndef ONLY_UNSEEN

void kinds(Context::Ptr context) {
  HTTPRequest request("GET", "/v1.0/me");
  HTTPClientSession plain("graph.microsoft.com"), withPort("graph.microsoft.com", 8080);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  plain.sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  withPort.sendRequest(request);
  HTTPClientSession::ProxyConfig proxy;
  proxy.host = "proxy.contoso.example";
  HTTPClientSession proxied("graph.microsoft.com", 80, proxy);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  proxied.sendRequest(request);
  HTTPSClientSession secure("graph.microsoft.com", HTTPSClientSession::HTTPS_PORT), withContext("graph.microsoft.com", 443, context);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  secure.sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  withContext.sendRequest(request);
  HTTPClientSession later;
  later.setHost("graph.microsoft.com");
  later.setPort(80);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  later.sendRequest(request);
  HTTPSClientSession laterSecure(context);
  laterSecure.setHost("graph.microsoft.com");
  laterSecure.setTimeout(Poco::Timespan(5, 0));
  laterSecure.setKeepAlive(true);
  laterSecure.setProxy("proxy.contoso.example", 3128);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  laterSecure.sendRequest(request);
  laterSecure.setHost("siem.contoso.example");
  laterSecure.sendRequest(request);
}

void kindsWithAgent(Context::Ptr context) {
  HTTPRequest request("GET", "/v1.0/me");
  request.set("User-Agent", AGENT);
  HTTPClientSession plain("graph.microsoft.com");
  plain.sendRequest(request);
  HTTPSClientSession secure("graph.microsoft.com"), laterSecure(context);
  secure.sendRequest(request);
  laterSecure.setHost("graph.microsoft.com");
  laterSecure.sendRequest(request);
}

void someTargets() {
  HTTPRequest request("GET", "/api/machines"), named("GET", "/api/machines");
  named.set("User-Agent", AGENT);
  HTTPSClientSession defender("api.security.microsoft.com"), center("api.securitycenter.microsoft.com"),
      region(std::string("eu") + ".api.security.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  defender.sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  center.sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  region.sendRequest(request);
  region.sendRequest(named);
}

void otherHosts() {
  HTTPRequest request("GET", "/?host=graph.microsoft.com"), token("POST", "/common/oauth2/v2.0/token");
  HTTPSClientSession login("login.microsoftonline.com"), own("siem.contoso.example"), alike("graph.microsoft.com.contoso.example"),
      longer("evil-graph.microsoft.com");
  login.sendRequest(token);
  own.sendRequest(request);
  alike.sendRequest(request);
  longer.sendRequest(request);
  // The header Host does not say where a request goes.
  request.setHost("graph.microsoft.com");
  own.sendRequest(request);
}

// A request whose target is a URL is one for a proxy.
void absoluteTarget() {
  HTTPClientSession gateway("gateway.contoso.example", 8080);
  HTTPRequest good("GET", "https://graph.microsoft.com/v1.0/me"), bad("GET", "https://graph.microsoft.com/v1.0/me"),
      other("GET", "https://siem.contoso.example/v1.0/me");
  good.set("User-Agent", AGENT);
  gateway.sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  gateway.sendRequest(bad);
  gateway.sendRequest(other);
}

// The same request, to several sessions.
void oneRequest() {
  HTTPRequest request("GET", "/v1.0/me");
  HTTPSClientSession graph("graph.microsoft.com"), own("siem.contoso.example");
  own.sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  graph.sendRequest(request);
  own.sendRequest(request);
}

void byUri() {
  const Poco::URI uri("https://graph.microsoft.com/v1.0/users?$top=5");
  HTTPSClientSession session(uri.getHost(), uri.getPort());
  HTTPRequest good(HTTPRequest::HTTP_GET, uri.getPathAndQuery()), bad(HTTPRequest::HTTP_GET, uri.getPathEtc());
  good.set("User-Agent", AGENT);
  session.sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(bad);
}

void byFactory() {
  HTTPSSessionInstantiator::registerInstantiator();
  std::unique_ptr<HTTPClientSession> session(
      HTTPSessionFactory::defaultFactory().createClientSession(Poco::URI("https://graph.microsoft.com/v1.0/me")));
  std::unique_ptr<HTTPClientSession> own(
      HTTPSessionFactory::defaultFactory().createClientSession(Poco::URI("https://siem.contoso.example/")));
  HTTPSSessionInstantiator instantiator;
  std::unique_ptr<HTTPClientSession> direct(instantiator.createClientSession(Poco::URI("https://graph.microsoft.com")));
  HTTPRequest good("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  good.set("User-Agent", AGENT);
  session->sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session->sendRequest(bad);
  own->sendRequest(bad);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  direct->sendRequest(bad);
}

void owned() {
  HTTPRequest good("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  good.set("User-Agent", AGENT);
  std::unique_ptr<HTTPClientSession> unique = std::make_unique<HTTPSClientSession>("graph.microsoft.com");
  unique->sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  unique->sendRequest(bad);
  std::shared_ptr<HTTPClientSession> shared = std::make_shared<HTTPClientSession>("graph.microsoft.com");
  shared->sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  shared->sendRequest(bad);
  Poco::SharedPtr<HTTPClientSession> session = new HTTPSClientSession("graph.microsoft.com"), empty;
  if (!session.isNull())
    session->sendRequest(good);
  if (empty)
    empty->sendRequest(bad);
  empty = session;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  (*empty).sendRequest(bad);
  Poco::SharedPtr<HTTPClientSession> made = Poco::makeShared<HTTPSClientSession>("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  made->sendRequest(bad);
  made = new HTTPSClientSession("siem.contoso.example");
  made->sendRequest(bad);
}

static bool send(HTTPClientSession &session, HTTPRequest &request, std::string &body) {
  HTTPResponse response;
  session.sendRequest(request);
  Poco::StreamCopier::copyToString(session.receiveResponse(response), body);
  return response.getStatus() == HTTPResponse::HTTP_OK;
}

void helperSends() {
  HTTPSClientSession session("graph.microsoft.com"), own("siem.contoso.example");
  HTTPRequest good("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  std::string body;
  good.set("User-Agent", AGENT);
  send(session, good, body);
  send(own, bad, body);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  send(session, bad, body);
}

namespace {

class Graph {
public:
  Graph(std::string host, std::string agent) : session_(host), agent_(std::move(agent)) {}

  std::string get(const std::string &path) {
    HTTPRequest request(HTTPRequest::HTTP_GET, path, HTTPMessage::HTTP_1_1);
    if (!agent_.empty())
      request.set("User-Agent", agent_);
    HTTPResponse response;
    session_.sendRequest(request);
    std::string body;
    Poco::StreamCopier::copyToString(session_.receiveResponse(response), body);
    return body;
  }

private:
  HTTPSClientSession session_;
  std::string agent_;
};

// A session of the user's own, which adds the agent.
class Named : public HTTPSClientSession {
public:
  Named() : HTTPSClientSession("graph.microsoft.com") {}
  std::ostream &sendRequest(HTTPRequest &request) override {
    request.set("User-Agent", AGENT);
    return HTTPSClientSession::sendRequest(request);
  }
};

class Get : public HTTPRequest {
public:
  explicit Get(const std::string &path) : HTTPRequest(HTTPRequest::HTTP_GET, path, HTTPMessage::HTTP_1_1) {}
};

class NamedGet : public Get {
public:
  explicit NamedGet(const std::string &path) : Get(path) { set("User-Agent", AGENT); }
};

class Transport {
public:
  virtual ~Transport() = default;
  virtual void prepare(HTTPRequest &request) = 0;
  void run(HTTPClientSession &session) {
    HTTPRequest request("GET", "/v1.0/me");
    prepare(request);
    session.sendRequest(request);
  }
};
class Good : public Transport {
  void prepare(HTTPRequest &request) override { request.set("User-Agent", AGENT); }
};
class Bad : public Transport {
  void prepare(HTTPRequest &request) override { request.set("Accept", "*/*"); }
};

} // namespace

void asMember() {
  Graph good("graph.microsoft.com", AGENT), bad("graph.microsoft.com", ""), malformed("graph.microsoft.com", "Contoso"),
      own("siem.contoso.example", "");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  malformed.get("/v1.0/me");
  own.get("/v1.0/me");
}

void asBase() {
  Named named;
  HTTPRequest request("GET", "/v1.0/me");
  named.sendRequest(request);
  HTTPSClientSession session("graph.microsoft.com");
  NamedGet good("/v1.0/me");
  Get bad("/v1.0/me");
  session.sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(bad);
}

void asHook() {
  HTTPSClientSession session("graph.microsoft.com");
  Good good;
  Bad bad;
  good.run(session);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  bad.run(session);
}

void callbacks() {
  HTTPSClientSession session("graph.microsoft.com");
  auto send = [&](const std::function<void(HTTPRequest &)> &prepare) {
    HTTPRequest request("GET", "/v1.0/me");
    prepare(request);
    session.sendRequest(request);
  };
  send([](HTTPRequest &request) { request.set("User-Agent", AGENT); });
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  send([](HTTPRequest &request) { request.set("X-User-Agent", AGENT); });
}

#endif

// Code that was not seen.
extern void configure(HTTPRequest &);
extern void configureSession(HTTPClientSession &);
extern std::string configuredAgent();
extern HTTPRequest &sharedRequest();
extern void submit(HTTPClientSession &, HTTPRequest &);

void configuredElsewhere() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  configure(request);
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  session.sendRequest(request);
}

void agentFromElsewhere() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), versioned("GET", "/v1.0/me");
  request.set("User-Agent", configuredAgent());
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  session.sendRequest(request);
  versioned.set("User-Agent", "MdePartner-Contoso-Cognito/" + configuredAgent());
  session.sendRequest(versioned);
}

void headerOfUnknownName() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  request.set(configuredAgent(), AGENT);
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  session.sendRequest(request);
}

void requestFromElsewhere() {
  HTTPSClientSession session("graph.microsoft.com");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  session.sendRequest(sharedRequest());
}

// Something may be sent there; its host may be another one then.
void sessionConfiguredElsewhere() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'configureSession', which was not seen [mde-user-agent]
  configureSession(session);
  session.sendRequest(request);
}

void sessionFromElsewhere(HTTPClientSession &session) {
  HTTPRequest request("GET", "/v1.0/me");
  session.sendRequest(request);
  session.setHost("graph.microsoft.com");
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
}

// Both go out of sight, and a request alone knows no host.
void sentElsewhere() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'submit', which was not seen [mde-user-agent]
  submit(session, request);
}
