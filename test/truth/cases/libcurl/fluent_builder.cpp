// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A builder collects what a request needs; build() checks and sends.
#include <algorithm>
#include <cctype>
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace sdk {

class UserAgent {
public:
  UserAgent(std::string company, std::string product) : company_(std::move(company)), product_(std::move(product)) {}
  UserAgent &version(int major, int minor) {
    version_ = std::to_string(major) + "." + std::to_string(minor);
    return *this;
  }
  std::string str() const {
    std::string out = "MdePartner-" + company_ + "-" + product_;
    if (version_)
      out += "/" + *version_;
    return out;
  }

private:
  std::string company_, product_;
  std::optional<std::string> version_;
};

class RequestBuilder {
public:
  explicit RequestBuilder(std::string base) : base_(std::move(base)) {}
  RequestBuilder &path(const std::string &path) {
    path_ = path;
    return *this;
  }
  RequestBuilder &query(const std::string &key, const std::string &value) {
    query_ += (query_.empty() ? "?" : "&") + key + "=" + value;
    return *this;
  }
  RequestBuilder &agent(const UserAgent &agent) {
    agent_ = agent.str();
    return *this;
  }
  RequestBuilder &header(const std::string &name, const std::string &value) {
    headers_.push_back(name + ": " + value);
    return *this;
  }
  RequestBuilder &json(std::string body) {
    body_ = std::move(body);
    return header("Content-Type", "application/json");
  }

  long send() const {
    if (path_.empty())
      throw std::invalid_argument("a request needs a path");
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    curl_slist *raw = nullptr;
    std::for_each(headers_.begin(), headers_.end(),
                  [&raw](const std::string &line) { raw = curl_slist_append(raw, line.c_str()); });
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> list(raw, &curl_slist_free_all);
    curl_easy_setopt(curl.get(), CURLOPT_URL, (base_ + path_ + query_).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list.get());
    if (agent_)
      curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, agent_->c_str());
    if (body_)
      curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body_->c_str());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION,
                     +[](char *, size_t size, size_t count, void *) -> size_t { return size * count; });
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK)
      throw std::runtime_error(curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

private:
  std::string base_, path_, query_;
  std::optional<std::string> agent_, body_;
  std::vector<std::string> headers_;
};

static RequestBuilder defender() { return RequestBuilder("https://api-uk.securitycenter.microsoft.com"); }

} // namespace sdk

int main() {
  using namespace sdk;
  const UserAgent agent = UserAgent("Litware", "Builder").version(2, 5);
  const UserAgent unversioned("Litware", "Builder");
  try {
    defender().path("/api/machines/L_machines").query("$top", "5").query("$skip", "10").agent(agent).send(); // label: machines
    defender().path("/api/alerts/L_alerts").agent(unversioned).send();                                       // label: alerts
    defender().path("/api/indicators/L_indicator").json("{}").send();                                        // label: indicator
    defender()
        .path("/api/machines/L_both") // label: both
        .agent(agent)
        .header("User-Agent", "Litware/2.5")
        .send(); // label: both
    RequestBuilder ticket("https://tickets.contoso.example");
    ticket.path("/L_ticket").query("source", "https://graph.microsoft.com/v1.0").send(); // label: ticket
    if (truth_flag("forget the path"))
      defender().agent(unversioned).send();
    defender().path("/api/users/L_users").agent(agent).header("Accept", "*/*").send(); // label: users
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
