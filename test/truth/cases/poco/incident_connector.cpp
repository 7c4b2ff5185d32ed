// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Copies incidents from Defender into a ticket system. One client class per service;
// pages are read by their paths over one connection, what fails is tried again, and a
// comment is written back with a request that a second class builds by itself.
#include <Poco/Exception.h>
#include <Poco/Format.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/OAuth20Credentials.h>
#include <Poco/SharedPtr.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <iostream>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace contoso {

using Poco::Net::Context;
using Poco::Net::HTTPMessage;
using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;
using Poco::Net::HTTPSClientSession;

static Context::Ptr clientContext() {
  return new Context(Context::CLIENT_USE, "", "", "", Context::VERIFY_RELAXED, 9, true);
}

struct Product {
  std::string company = "Contoso";
  std::string name = "TicketBridge";
  int major = 4;
  int minor = 2;

  std::string userAgent() const { return Poco::format("MdePartner-%s-%s/%d.%d", company, name, major, minor); }
};

class Client {
public:
  Client(const std::string &host, std::string agent)
      : session_(new HTTPSClientSession(host, HTTPSClientSession::HTTPS_PORT, clientContext())), agent_(std::move(agent)) {
    session_->setTimeout(Poco::Timespan(10, 0));
    session_->setKeepAlive(true);
  }

  void token(const std::string &token) { credentials_.setBearerToken(token); }

  std::string get(const std::string &path) { return send(HTTPRequest::HTTP_GET, path, ""); }
  std::string post(const std::string &path, const std::string &body) { return send(HTTPRequest::HTTP_POST, path, body); }

private:
  std::string send(const std::string &method, const std::string &path, const std::string &body) {
    HTTPRequest request(method, path, HTTPMessage::HTTP_1_1);
    request.set("Accept", "application/json");
    if (!agent_.empty())
      request.set("User-Agent", agent_);
    credentials_.authenticate(request);
    request.setContentType("application/json");
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    for (int attempt = 0;; ++attempt) {
      try {
        session_->sendRequest(request) << body;
        HTTPResponse response;
        std::istream &stream = session_->receiveResponse(response);
        std::string answer;
        Poco::StreamCopier::copyToString(stream, answer);
        if (response.getStatus() < HTTPResponse::HTTP_INTERNAL_SERVER_ERROR || attempt == 2)
          return answer;
      } catch (const Poco::Exception &error) {
        std::cerr << error.displayText() << '\n';
        session_->reset();
        if (attempt == 2)
          throw;
      }
    }
  }

  Poco::SharedPtr<HTTPSClientSession> session_;
  Poco::Net::OAuth20Credentials credentials_;
  std::string agent_;
};

static std::string nextPath(const std::string &page) {
  const std::string key = "\"@odata.nextLink\": \"https://api.security.microsoft.com";
  const auto at = page.find(key);
  if (at == std::string::npos)
    return {};
  const auto begin = at + key.size();
  return page.substr(begin, page.find('"', begin) - begin);
}

// Comments are written over a session of their own, which was written earlier.
class Commenter {
public:
  explicit Commenter(bool named) : named_(named), session_("api.security.microsoft.com", 443, clientContext()) {}

  void write(const std::string &path, const std::string &text) {
    HTTPRequest request(HTTPRequest::HTTP_PATCH, path, HTTPMessage::HTTP_1_1);
    request.add("Accept", "application/json");
    if (named_)
      request.add("User-Agent", "TicketBridge/4.2");
    request.setContentLength(static_cast<std::streamsize>(text.size()));
    session_.sendRequest(request) << text; // label: comment
    HTTPResponse response;
    session_.receiveResponse(response);
  }

private:
  bool named_;
  HTTPSClientSession session_;
};

} // namespace contoso

int main() {
  const contoso::Product product;
  try {
    contoso::Client login("login.microsoftonline.com", "");
    login.post("/common/oauth2/v2.0/L_token", "grant_type=client_credentials"); // label: token

    contoso::Client defender("api.security.microsoft.com", product.userAgent());
    defender.token(truth_text("token", "secret"));
    contoso::Client tickets("tickets.contoso.example", "");
    std::string path = "/api/incidents/L_incidents?next=L_page";
    while (!path.empty()) {
      const std::string page = defender.get(path); // label: incidents, page
      tickets.post("/import/L_import?host=api.security.microsoft.com", page); // label: import
      path = contoso::nextPath(page);
    }

    contoso::Product draft;
    draft.name = "";
    contoso::Client unnamed("api.securitycenter.microsoft.com", draft.userAgent());
    unnamed.get("/api/machines/L_machines"); // label: machines

    contoso::Commenter commenter(truth_flag("named"));
    commenter.write("/api/incidents/17/L_comment", "{\"comment\":\"seen\"}");
  } catch (const Poco::Exception &error) {
    std::cerr << error.displayText() << '\n';
    return 1;
  }
  return 0;
}
