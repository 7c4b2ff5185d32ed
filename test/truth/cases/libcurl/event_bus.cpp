// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers subscribe to events; what is published makes them send.
#include <curl/curl.h>
#include <functional>
#include <iostream>
#include <string>
#include <truth/choice.h>
#include <unordered_map>
#include <vector>

namespace bus {

using Handler = std::function<void(const std::string &)>;

class Bus {
public:
  void subscribe(const std::string &topic, Handler handler) { handlers_[topic].push_back(std::move(handler)); }
  void publish(const std::string &topic, const std::string &payload) {
    const auto found = handlers_.find(topic);
    if (found == handlers_.end())
      return;
    for (const Handler &handler : found->second)
      handler(payload);
  }

private:
  std::unordered_map<std::string, std::vector<Handler>> handlers_;
};

} // namespace bus

namespace {

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Notifier {
public:
  explicit Notifier(std::string agent) : agent_(std::move(agent)) {}

  void attach(bus::Bus &bus) {
    bus.subscribe("alert", [this](const std::string &id) {
      post("https://api.securitycenter.microsoft.com/api/alerts/L_alert/comments", id); // label: alert
    });
    bus.subscribe("chat", [this](const std::string &text) { post("https://hooks.contoso.example/L_chat", text); }); // label: chat
    bus.subscribe("machine", std::bind(&Notifier::tag, this, std::placeholders::_1));
  }

private:
  void tag(const std::string &id) {
    post("https://api.securitycenter.microsoft.com/api/machines/" + id + "/tags?L_machine", "{}"); // label: machine
  }

  void post(const std::string &url, const std::string &body) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    if (!agent_.empty())
      curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
    if (curl_easy_perform(curl) != CURLE_OK)
      std::cerr << "could not post to " << url << '\n';
    curl_easy_cleanup(curl);
  }

  std::string agent_;
};

void audit(const std::string &what) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/auditLogs/L_audit"); // label: audit
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, what.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  curl_easy_perform(curl); // label: audit
  curl_easy_cleanup(curl);
}

void unusedAudit(const std::string &) { audit("never"); }

} // namespace

int main() {
  bus::Bus bus;
  Notifier notifier("MdePartner-Contoso-Bus/1.0");
  notifier.attach(bus);
  bus.subscribe("never published", unusedAudit);
  bus.publish("alert", "da637");
  bus.publish("chat", "see https://security.microsoft.com/alerts/da637");
  if (truth_flag("machine"))
    bus.publish("machine", "1e5bc9");
  if (truth_flag("audit")) {
    bus.subscribe("sign-in", audit);
    bus.publish("sign-in", "{}");
  }
}
