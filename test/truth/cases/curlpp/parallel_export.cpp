// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports machines and users at the same time with curlpp's Multi. Requests are made
// by a builder whose agent is optional; what follows is asked one by one with a
// request that is used again.
#include <curlpp/Easy.hpp>
#include <curlpp/Exception.hpp>
#include <curlpp/Multi.hpp>
#include <curlpp/Options.hpp>
#include <curlpp/cURLpp.hpp>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace {

size_t drop(char *, size_t size, size_t count) { return size * count; }

class Builder {
public:
  Builder &agent(std::string value) {
    agent_ = std::move(value);
    return *this;
  }
  Builder &line(const std::string &text) {
    lines_.push_back(text);
    return *this;
  }
  std::unique_ptr<curlpp::Easy> build(const std::string &url) const {
    auto request = std::make_unique<curlpp::Easy>();
    request->setOpt(new curlpp::options::Url(url));
    request->setOpt(new curlpp::options::HttpHeader(lines_));
    if (agent_)
      request->setOpt(new curlpp::options::UserAgent(*agent_));
    request->setOpt(curlpp::options::WriteFunction(drop));
    return request;
  }

private:
  std::optional<std::string> agent_;
  std::list<std::string> lines_;
};

void runAll(const std::vector<curlpp::Easy *> &requests) {
  curlpp::Multi multi;
  for (curlpp::Easy *request : requests)
    multi.add(request);
  int left = 1;
  while (left > 0)
    while (!multi.perform(&left))
      continue;
  for (curlpp::Easy *request : requests)
    multi.remove(request);
}

} // namespace

int main() {
  curlpp::Cleanup cleanup;
  Builder builder;
  builder.line("Accept: application/json");
  auto users = builder.build("https://graph.microsoft.com/v1.0/L_users"); // label: users
  builder.agent("MdePartner-Contoso-Export/1.1");
  auto machines = builder.build("https://api.securitycenter.microsoft.com/api/L_machines"); // label: machines
  if (truth_flag("tagged"))
    users->setOpt(curlpp::options::UserAgent("MdePartner-Contoso-Export/1.1"));
  runAll({users.get(), machines.get()});

  curlpp::Easy &again = *machines;
  try {
    again.setOpt<curlpp::options::Url>("https://api.securitycenter.microsoft.com/api/L_software");
    again.perform(); // label: software
    again.reset();
    again.setOpt<curlpp::options::Url>("https://api.securitycenter.microsoft.com/api/L_scores");
    again.setOpt(curlpp::options::WriteFunction(drop));
    again.perform(); // label: scores
  } catch (const curlpp::LibcurlRuntimeError &) {
    return 1;
  }
  return 0;
}
