// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests and their headers, what follows a response, and other ways to send.
#include <Poco/Exception.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPSStreamFactory.h>
#include <Poco/Net/HTTPStreamFactory.h>
#include <Poco/Net/OAuth20Credentials.h>
#include <Poco/Net/WebSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <Poco/URIStreamOpener.h>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using Poco::Net::HTTPMessage;
using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;
using Poco::Net::HTTPSClientSession;

extern bool chosen(const char *);

void missing() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request(HTTPRequest::HTTP_GET, "/v1.0/me", HTTPMessage::HTTP_1_1);
  request.set("Accept", "application/json");
  request.setContentType("application/json");
  request.setHost("graph.microsoft.com", 443);
  request.setKeepAlive(true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
}

void set() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request(HTTPRequest::HTTP_POST, "/v1.0/me", HTTPMessage::HTTP_1_1), plain("GET", "/v1.0/me"), ofVersion(HTTPMessage::HTTP_1_1),
      empty;
  request.set("User-Agent", AGENT);
  request.setContentLength(2);
  session.sendRequest(request) << "{}";
  plain.add("user-agent", AGENT);
  session.sendRequest(plain);
  ofVersion.setURI("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(ofVersion);
  empty.setURI("/v1.0/me");
  empty.setMethod("GET");
  empty.set("USER-AGENT", AGENT);
  session.sendRequest(empty);
}

// set replaces the first of a name in any case; add adds.
void twice() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest replaced("GET", "/v1.0/me"), added("GET", "/v1.0/me"), first("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  replaced.set("User-Agent", "Contoso/1.0");
  replaced.set("user-agent", AGENT);
  session.sendRequest(replaced);
  bad.set("User-Agent", AGENT);
  bad.set("user-agent", "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.sendRequest(bad);
  added.set("User-Agent", AGENT);
  added.add("user-agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  session.sendRequest(added);
  first.add("User-Agent", "Contoso/1.0");
  first.add("User-Agent", "Contoso/2.0");
  first.set("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Contoso/2.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  session.sendRequest(first);
}

void takenOut() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  request.add("User-Agent", AGENT);
  request.add("user-agent", "Contoso/1.0");
  request.erase("USER-AGENT");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  request.set("User-Agent", AGENT);
  request.erase("Accept");
  session.sendRequest(request);
  request.clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  request.set("User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  session.sendRequest(request);
}

void oneBranch() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), other("GET", "/v1.0/me");
  if (chosen("identify"))
    request.set("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  other.set("User-Agent", chosen("known") ? AGENT : "MdePartner-Contoso-Cognito/2.0");
  session.sendRequest(other);
}

void afterTheSend() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  request.set("User-Agent", AGENT);
  session.sendRequest(request);
}

void onAnother() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), other("GET", "/v1.0/me");
  other.set("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  session.sendRequest(other);
}

void copies() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  HTTPRequest before(request), assigned;
  request.set("User-Agent", AGENT);
  HTTPRequest after = request;
  assigned = request;
  request.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(before);
  session.sendRequest(after);
  session.sendRequest(assigned);
  assigned = before;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(assigned);
}

void onlyIfAbsent() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  if (!request.has("user-agent"))
    request.set("User-Agent", AGENT);
  if (!request.has("user-agent"))
    request.set("User-Agent", "Contoso/1.0");
  session.sendRequest(request);
  bad.set("User-Agent", "Contoso/1.0");
  if (bad.get("User-Agent", "") != "Contoso/1.0")
    bad.set("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.sendRequest(bad);
  bad.set("User-Agent", AGENT);
  request.set("User-Agent", bad["User-Agent"]);
  session.sendRequest(request);
}

static void identify(HTTPRequest &request) { request.set("User-Agent", AGENT); }
static void accept(HTTPMessage &message) { message.set("Accept", "application/json"); }

static void copyHeaders(const Poco::Net::NameValueCollection &from, HTTPRequest &to) {
  for (const auto &header : from)
    to.set(header.first, header.second);
}

void helpersSet() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), bad("GET", "/v1.0/me");
  identify(request);
  session.sendRequest(request);
  accept(bad);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(bad);
  Poco::Net::NameValueCollection common;
  common.set("Accept", "application/json");
  copyHeaders(common, bad);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(bad);
  common.set("User-Agent", AGENT);
  copyHeaders(common, bad);
  session.sendRequest(bad);
}

// A collection takes the place of a request's headers.
void collections() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me");
  Poco::Net::NameValueCollection common;
  common.set("User-Agent", AGENT);
  static_cast<Poco::Net::NameValueCollection &>(request) = common;
  session.sendRequest(request);
  Poco::Net::NameValueCollection none;
  request.swap(none);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  if (auto it = none.find("user-agent"); it != none.end())
    request.set("User-Agent", it->second);
  session.sendRequest(request);
}

// Credentials, cookies and forms set headers of their own.
void otherHeaders() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), good("GET", "/v1.0/me");
  for (HTTPRequest *each : {&request, &good}) {
    Poco::Net::OAuth20Credentials credentials("token");
    credentials.authenticate(*each);
    Poco::Net::HTMLForm form;
    form.set("User-Agent", AGENT);
    form.add("$top", "5");
    form.prepareSubmit(*each);
    Poco::Net::NameValueCollection cookies;
    cookies.set("User-Agent", AGENT);
    each->setCookies(cookies);
    each->setCredentials("Bearer", "token");
    each->setExpectContinue(true);
  }
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
  good.set("User-Agent", AGENT);
  session.sendRequest(good);
}

static HTTPRequest makeRequest(const std::string &path, bool named) {
  HTTPRequest request(HTTPRequest::HTTP_GET, path, HTTPMessage::HTTP_1_1);
  if (named)
    request.set("User-Agent", AGENT);
  return request;
}

static std::unique_ptr<HTTPRequest> ownRequest(const char *agent) {
  auto request = std::make_unique<HTTPRequest>(HTTPRequest::HTTP_GET, "/v1.0/me");
  request->set("User-Agent", agent);
  return request;
}

void helpersMake() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest good = makeRequest("/v1.0/me", true), bad = makeRequest("/v1.0/me", false);
  session.sendRequest(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(bad);
  session.sendRequest(*ownRequest(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.sendRequest(*ownRequest("Contoso"));
}

// What is read from a response goes where the response came from.
static std::string bodyOf(HTTPSClientSession &session, HTTPRequest &request) {
  session.sendRequest(request);
  HTTPResponse response;
  std::istream &stream = session.receiveResponse(response);
  std::string body;
  Poco::StreamCopier::copyToString(stream, body);
  return body;
}

void nextPage() {
  HTTPSClientSession session("graph.microsoft.com"), others("siem.contoso.example");
  HTTPRequest request("GET", "/v1.0/users"), other("GET", "/users");
  request.set("User-Agent", AGENT);
  const std::string body = bodyOf(session, request);
  HTTPRequest next("GET", body.substr(body.find("nextLink") + 12));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(next);
  HTTPRequest unrelated("GET", bodyOf(others, other));
  others.sendRequest(unrelated);
}

void waysToRead() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/users");
  request.set("User-Agent", AGENT);
  session.sendRequest(request);
  HTTPResponse response;
  std::istream &stream = session.receiveResponse(response);
  std::string line, all((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  std::getline(stream, line);
  std::ostringstream copied, buffered;
  Poco::StreamCopier::copyStream(stream, copied);
  buffered << stream.rdbuf();
  Poco::URIStreamOpener opener;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> a(opener.open(line));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> b(opener.open(all));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> c(opener.open(copied.str()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> d(opener.open(buffered.str()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> e(opener.open(response.get("Location")));
}

// Retries, with what is thrown between.
void retry() {
  HTTPRequest request("GET", "/v1.0/me"), forgotten("GET", "/v1.0/me");
  request.set("User-Agent", AGENT);
  for (int i = 0; i < 3; ++i) {
    HTTPSClientSession session("graph.microsoft.com");
    HTTPResponse response;
    session.sendRequest(request);
    session.receiveResponse(response);
    if (response.getStatus() == HTTPResponse::HTTP_OK)
      break;
  }
  for (int i = 0; i < 3; ++i) {
    HTTPSClientSession session("graph.microsoft.com");
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
    session.sendRequest(forgotten);
  }
}

void thrown() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest request("GET", "/v1.0/me"), fallback("GET", "/v1.0/me"), late("GET", "/v1.0/me");
  request.set("User-Agent", AGENT);
  late.set("User-Agent", AGENT);
  try {
    HTTPResponse response;
    session.sendRequest(request);
    session.receiveResponse(response);
  } catch (const Poco::TimeoutException &) {
    session.sendRequest(late);
  } catch (const Poco::Exception &) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
    session.sendRequest(fallback);
  }
}

// Stream factories and web sockets.
void streams() {
  const Poco::URI uri("https://graph.microsoft.com/v1.0/me"), other("https://siem.contoso.example/graph.microsoft.com");
  Poco::Net::HTTPSStreamFactory secure;
  Poco::Net::HTTPStreamFactory plain;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> a(secure.open(uri));
  std::unique_ptr<std::istream> b(secure.open(other));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> c(plain.open(Poco::URI("http://graph.microsoft.com/v1.0/me")));
  Poco::Net::HTTPSStreamFactory::registerFactory();
  auto &opener = Poco::URIStreamOpener::defaultOpener();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> d(opener.open(uri));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> e(opener.open("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  std::unique_ptr<std::istream> f(opener.open("https://graph.microsoft.com/v1.0/", "me"));
  std::unique_ptr<std::istream> g(opener.open("graph.microsoft.com.txt"));
  std::unique_ptr<std::istream> h(opener.open("https://siem.contoso.example/"));
}

void webSocket() {
  HTTPSClientSession session("graph.microsoft.com");
  HTTPRequest good("GET", "/v1.0/subscribe"), bad("GET", "/v1.0/subscribe");
  HTTPResponse response;
  good.set("User-Agent", AGENT);
  Poco::Net::WebSocket first(session, good, response);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  Poco::Net::WebSocket second(session, bad, response);
}
