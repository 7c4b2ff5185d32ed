// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs advanced hunting queries with curlpp. A transport class builds the header list
// from a map; a query that fails is run again on the other host with a plain request;
// the token comes from a request that is no business of Defender.
#include <curlpp/Easy.hpp>
#include <curlpp/Exception.hpp>
#include <curlpp/Options.hpp>
#include <curlpp/cURLpp.hpp>
#include <iostream>
#include <list>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>

namespace options = curlpp::options;

class Transport {
public:
  explicit Transport(std::string agent) : agent_(std::move(agent)) {}

  void header(const std::string &name, const std::string &value) { headers_[name] = value; }

  std::string post(const std::string &url, const std::string &body) {
    std::ostringstream answer;
    std::list<std::string> lines;
    for (const auto &[name, value] : headers_)
      lines.push_back(name + ": " + value);
    curlpp::Easy request;
    request.setOpt(options::Url(url));
    if (!agent_.empty())
      request.setOpt(options::UserAgent(agent_));
    request.setOpt(options::HttpHeader(lines));
    request.setOpt(options::PostFields(body));
    request.setOpt(options::PostFieldSize(static_cast<long>(body.size())));
    request.setOpt(options::WriteStream(&answer));
    request.perform();
    return answer.str();
  }

private:
  std::string agent_;
  std::map<std::string, std::string> headers_;
};

static std::string query(Transport &transport, const std::string &text) {
  try {
    std::string answer =
        transport.post("https://api.security.microsoft.com/api/L_query", text); // label: query
    if (truth_flag("refused"))
      throw std::runtime_error("the query was refused");
    return answer;
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
  }
  std::ostringstream answer;
  curlpp::Easy plain;
  plain.setOpt<options::Url>("https://api.securitycenter.microsoft.com/api/L_fallback");
  plain.setOpt(options::WriteStream(&answer));
  try {
    plain.perform(); // label: fallback
  } catch (const curlpp::RuntimeError &) {
    return {};
  }
  return answer.str();
}

int main() {
  curlpp::Cleanup cleanup;
  Transport login("");
  login.post("https://login.microsoftonline.com/common/L_token", "grant_type=client_credentials"); // label: token

  Transport transport("MdePartner-Contoso-Hunter/5.0");
  transport.header("Content-Type", "application/json");
  transport.header("Authorization", std::string("Bearer ") + truth_text("token", "secret"));
  query(transport, "{\"Query\":\"DeviceInfo\"}");

  // An old setting that beats the agent.
  transport.header("User-Agent", "hunter");
  transport.post("https://api.security.microsoft.com/api/L_old", "{}"); // label: old
  transport.header("User-Agent", "");
  transport.post("https://api.security.microsoft.com/api/L_removed", "{}"); // label: removed
  return 0;
}
