// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Options, how they are set, and requests in classes.
#include <curlpp/Easy.hpp>
#include <curlpp/Exception.hpp>
#include <curlpp/Multi.hpp>
#include <curlpp/Options.hpp>
#include <curlpp/cURLpp.hpp>
#include <functional>
#include <list>
#include <memory>
#include <sstream>
#include <string>

using namespace curlpp::options;

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";
static const char kMe[] = "https://graph.microsoft.com/v1.0/me";

void missing() {
  curlpp::Cleanup cleanup;
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  request.setOpt(Verbose(true));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
}

void asAnOption() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  request.setOpt(UserAgent(kAgent));
  request.perform();
  request.setOpt(UserAgent("Contoso/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request.perform();
  // An empty one is none.
  request.setOpt(UserAgent(""));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
}

// The other ways to set an option.
void waysToSet() {
  curlpp::Easy good, bad;
  good.setOpt<Url>(kMe);
  good.setOpt<UserAgent>(kAgent);
  good.perform();
  bad.setOpt(new Url(kMe));
  bad.setOpt(new UserAgent("Contoso"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  bad.perform();
  bad.setOpt(std::unique_ptr<curlpp::OptionBase>(new UserAgent(kAgent)));
  bad.perform();
}

void asALine() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  std::list<std::string> lines;
  lines.push_back("Accept: application/json");
  request.setOpt(HttpHeader(lines));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
  lines.push_back(std::string("User-Agent: ") + kAgent);
  request.setOpt(new HttpHeader(lines));
  request.perform();
  request.setOpt(HttpHeader({"user-agent: Contoso"}));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request.perform();
}

// The line goes before the option; without one the option counts again.
void lineAndOption() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  request.setOpt(UserAgent(kAgent));
  request.setOpt(HttpHeader({"User-Agent: Contoso"}));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request.perform();
  request.setOpt(HttpHeader({"User-Agent:"}));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
  request.setOpt(HttpHeader({"Accept: */*"}));
  request.perform();
}

// An option and its list are copied.
void copied() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  UserAgent agent(kAgent);
  request.setOpt(agent);
  agent.setValue("Contoso");
  request.perform();
  request.setOpt(agent);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request.perform();
  std::list<std::string> lines;
  curlpp::Easy other;
  other.setOpt(Url(kMe));
  other.setOpt(HttpHeader(lines));
  lines.push_back(std::string("User-Agent: ") + kAgent);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  other.perform();
}

void readBack() {
  curlpp::Easy first, second;
  first.setOpt(UserAgent(kAgent));
  UserAgent agent("Contoso");
  first.getOpt(agent);
  second.setOpt(Url(kMe));
  second.setOpt(agent);
  second.perform();
}

void reset() {
  curlpp::Easy request;
  request.setOpt(UserAgent(kAgent));
  request.setOpt(Url(kMe));
  request.perform();
  request.reset();
  request.setOpt(Url(kMe));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
  request.setOpt(UserAgent(kAgent));
  request.perform();
}

void tooLate() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
  request.setOpt(UserAgent(kAgent));
}

void anotherRequest() {
  curlpp::Easy token, me;
  token.setOpt(Url("https://login.microsoftonline.com/common/oauth2/v2.0/token"));
  token.setOpt(UserAgent(kAgent));
  token.perform();
  me.setOpt(Url(kMe));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  me.perform();
}

void otherHosts() {
  curlpp::Easy request;
  request.setOpt(Url("https://siem.contoso.example/?url=https://graph.microsoft.com/"));
  request.perform();
}

extern bool identify();

void oneBranch() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  if (identify())
    request.setOpt(UserAgent(kAgent));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
}

void bothBranches() {
  curlpp::Easy request;
  request.setOpt(Url(kMe));
  if (identify())
    request.setOpt(UserAgent(kAgent));
  else
    request.setOpt(HttpHeader({"User-Agent: MdePartner-Contoso-Beta/2.0"}));
  request.perform();
}

// The first attempt failed: the second is of a request of its own.
void inACatch() {
  try {
    curlpp::Easy request;
    request.setOpt(Url(kMe));
    request.setOpt(UserAgent(kAgent));
    request.perform();
  } catch (const curlpp::LibcurlRuntimeError &) {
    curlpp::Easy again;
    again.setOpt(Url(kMe));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
    again.perform();
  }
}

void retry() {
  curlpp::Easy good, bad;
  good.setOpt(Url(kMe));
  good.setOpt(UserAgent(kAgent));
  bad.setOpt(Url(kMe));
  for (int i = 0; i < 3; ++i) {
    try {
      good.perform();
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
      bad.perform();
      break;
    } catch (const curlpp::RuntimeError &) {
    }
  }
}

// The handle below is the same request.
void handle() {
  curlpp::Easy good, bad;
  good.setOpt(Url(kMe));
  curl_easy_setopt(good.getHandle(), CURLOPT_USERAGENT, kAgent);
  good.perform();
  curl_easy_setopt(bad.getHandle(), CURLOPT_URL, kMe);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  bad.perform();
}

void severalAtOnce() {
  curlpp::Multi multi;
  curlpp::Easy good, bad;
  good.setOpt(Url(kMe));
  multi.add(&good);
  bad.setOpt(Url(kMe));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  multi.add(&bad);
  good.setOpt(UserAgent(kAgent));
  int left = 0;
  while (!multi.perform(&left) || left > 0)
    continue;
}

void body() {
  std::ostringstream stream;
  std::string collected;
  curlpp::Easy request;
  request.setOpt(UserAgent(kAgent));
  request.setOpt(Url(kMe));
  request.setOpt(WriteStream(&stream));
  request.perform();
  request.setOpt(WriteFunction([&collected](const char *data, size_t size, size_t count) {
    collected.append(data, size * count);
    return size * count;
  }));
  request.perform();
  curlpp::Easy next, last;
  if (!stream.str().empty()) {
    next.setOpt(Url("https://graph.microsoft.com/v1.0/users/" + stream.str()));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
    next.perform();
  }
  if (!collected.empty()) {
    last.setOpt(Url("https://graph.microsoft.com/v1.0/users/" + collected));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
    last.perform();
  }
}

namespace {

class Client {
public:
  Client() = default;
  explicit Client(const std::string &agent) { request_.setOpt(UserAgent(agent)); }
  void header(const std::string &name, const std::string &value) { lines_.push_back(name + ": " + value); }
  void get(const std::string &url) {
    request_.setOpt(HttpHeader(lines_));
    request_.setOpt(Url(url));
    request_.perform();
  }

private:
  curlpp::Easy request_;
  std::list<std::string> lines_;
};

} // namespace

void asMember() {
  Client good(kAgent), line, bad;
  good.get(kMe);
  line.header("User-Agent", kAgent);
  line.get(kMe);
  bad.header("Accept", "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  bad.get(kMe);
  bad.get("https://login.microsoftonline.com/common/discovery/keys");
}
