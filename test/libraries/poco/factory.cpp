// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sessions that a factory makes for a URI, by the instantiator of its scheme.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPSSessionInstantiator.h>
#include <Poco/Net/HTTPSessionFactory.h>
#include <Poco/Net/HTTPSessionInstantiator.h>
#include <Poco/URI.h>
#include <memory>

using namespace Poco::Net;

static void get(const Poco::URI &uri, const char *agent) {
  HTTPSessionFactory factory;
  factory.registerProtocol("http", new HTTPSessionInstantiator);
  factory.registerProtocol("https", new HTTPSSessionInstantiator);
  std::unique_ptr<HTTPClientSession> session(factory.createClientSession(uri));
  HTTPRequest request(HTTPRequest::HTTP_GET, uri.getPathAndQuery());
  if (agent)
    request.set("User-Agent", agent);
  session->sendRequest(request);
}

void requests() {
  get(Poco::URI("https://graph.microsoft.com/v1.0/me"), "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; {{.+}} [mde-user-agent]
  get(Poco::URI("https://graph.microsoft.com/v1.0/me"), nullptr);
  get(Poco::URI("https://siem.contoso.example/graph.microsoft.com"), nullptr);
}
