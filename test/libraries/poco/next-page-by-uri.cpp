// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A link in a response that is taken apart: the parts of a text that was read from a
// response come from it.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <string>

void nextPage() {
  Poco::Net::HTTPClientSession session("graph.microsoft.com");
  Poco::Net::HTTPRequest request("GET", "/v1.0/users");
  request.set("User-Agent", "MdePartner-Contoso-Cognito/1.0");
  session.sendRequest(request);
  Poco::Net::HTTPResponse response;
  std::string body;
  Poco::StreamCopier::copyToString(session.receiveResponse(response), body);
  const Poco::URI next(body.substr(body.find("nextLink") + 12));
  Poco::Net::HTTPClientSession other(next.getHost(), next.getPort());
  Poco::Net::HTTPRequest follow("GET", next.getPathAndQuery());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  other.sendRequest(follow);
}
