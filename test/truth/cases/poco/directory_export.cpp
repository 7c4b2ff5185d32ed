// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports users and devices from Graph. Requests are made from URIs, for which a factory
// makes the sessions; headers that all have in common lie in a collection. Some places
// have been written in other ways.
#include <Poco/Net/Context.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSSessionInstantiator.h>
#include <Poco/Net/HTTPSessionFactory.h>
#include <Poco/Net/HTTPStreamFactory.h>
#include <Poco/Net/NetException.h>
#include <Poco/StreamCopier.h>
#include <Poco/String.h>
#include <Poco/URI.h>
#include <Poco/URIStreamOpener.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <truth/choice.h>

using namespace Poco::Net;
using Poco::URI;

static NameValueCollection commonHeaders() {
  NameValueCollection headers;
  headers.set("Accept", "application/json");
  headers.set("user-agent", "MdePartner-Contoso-Directory/" + std::string(truth_text("version", "2.1")));
  return headers;
}

static std::unique_ptr<HTTPClientSession> open(const URI &uri) {
  std::unique_ptr<HTTPClientSession> session(HTTPSessionFactory::defaultFactory().createClientSession(uri));
  session->setTimeout(Poco::Timespan(5, 0));
  return session;
}

class Request {
public:
  Request(const std::string &method, const URI &uri) : uri_(uri), request_(method, uri.getPathAndQuery(), HTTPMessage::HTTP_1_1) {
    request_.setHost(uri.getHost());
  }

  Request &with(const NameValueCollection &headers) {
    for (const auto &[name, value] : headers)
      request_.set(name, value);
    return *this;
  }

  Request &without(const std::string &name) {
    request_.erase(name);
    return *this;
  }

  std::string send(const std::string &body = "") {
    auto session = open(uri_);
    if (!body.empty())
      request_.setContentLength(static_cast<std::streamsize>(body.size()));
    session->sendRequest(request_) << body;
    HTTPResponse response;
    std::istream &answer = session->receiveResponse(response);
    return std::string(std::istreambuf_iterator<char>(answer), {});
  }

private:
  URI uri_;
  HTTPRequest request_;
};

static std::string token() {
  HTMLForm form;
  form.set("grant_type", "client_credentials");
  form.set("User-Agent", "MdePartner-Contoso-Directory/2.1");
  const URI uri("https://login.microsoftonline.com/common/oauth2/v2.0/L_login");
  auto session = open(uri);
  HTTPRequest request(HTTPRequest::HTTP_POST, uri.getPath(), HTTPMessage::HTTP_1_1);
  form.prepareSubmit(request);
  form.write(session->sendRequest(request)); // label: login
  HTTPResponse response;
  std::ostringstream answer;
  Poco::StreamCopier::copyStream(session->receiveResponse(response), answer);
  return answer.str();
}

// Names of clouds, as they stand in configurations.
static std::string hostOf(const std::string &cloud) {
  const std::string name = Poco::toLower(Poco::trim(cloud));
  if (name == "gcc")
    return "graph.microsoft.us";
  if (name == "china")
    return "microsoftgraph.chinacloudapi.cn";
  return "graph.microsoft.com";
}

int main() {
  HTTPSSessionInstantiator::registerInstantiator(
      new Context(Context::CLIENT_USE, "", "", "", Context::VERIFY_RELAXED, 9, true));
  HTTPStreamFactory::registerFactory();
  try {
    const std::string bearer = token();
    NameValueCollection headers = commonHeaders();
    headers.set("Authorization", "Bearer " + bearer);

    URI base("https://graph.microsoft.com/v1.0/");
    Request users("GET", URI(base, "users/L_users"));
    users.with(headers).send(); // label: users

    Request devices("GET", URI(base, "/v1.0/devices/L_devices"));
    devices.with(headers);
    if (truth_flag("anonymous"))
      devices.without("User-Agent");
    devices.send(); // label: devices

    URI government;
    government.setScheme("https");
    government.setHost(hostOf(" GCC "));
    government.setPath("/v1.0/L_government");
    Request("GET", government).send(); // label: government

    // Old: sets the agent twice, once by itself.
    HTTPRequest groups(HTTPRequest::HTTP_GET, "/v1.0/groups/L_groups", HTTPMessage::HTTP_1_1);
    groups.add("User-Agent", "directory-export");
    for (const auto &header : headers)
      groups.add(header.first, header.second);
    auto session = open(base);
    session->sendRequest(groups); // label: groups
    HTTPResponse response;
    session->receiveResponse(response);

    // A mirror, and a status page that happens to be Graph's.
    std::unique_ptr<std::istream> mirror(
        Poco::URIStreamOpener::defaultOpener().open("http://graph.microsoft.com.contoso.example/L_mirror")); // label: mirror
    if (truth_flag("status")) {
      std::unique_ptr<std::istream> status(
          Poco::URIStreamOpener::defaultOpener().open(URI("http://graph.microsoft.com/L_status"))); // label: status
      Poco::StreamCopier::copyStream(*status, std::cout);
    }
  } catch (const Poco::Exception &error) {
    std::cerr << error.displayText() << '\n';
    return 1;
  }
  return 0;
}
