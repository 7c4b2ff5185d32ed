// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A base class sends, virtual hooks decorate. One derived class forgets to call
// the base's hook.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace agentkit {

class Connector {
public:
  Connector() = default;
  virtual ~Connector() = default;
  Connector(const Connector &) = delete;

  bool sync() {
    CURL *curl = curl_easy_init();
    if (!curl)
      return false;
    const std::string url = endpoint();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Connector::discard);
    prepare(curl);
    const bool ok = curl_easy_perform(curl) == CURLE_OK;
    curl_easy_cleanup(curl);
    return ok;
  }

protected:
  virtual std::string endpoint() const = 0;
  virtual void prepare(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-AgentKit/7.0"); }

private:
  static size_t discard(char *, size_t size, size_t count, void *) { return size * count; }
};

class Alerts : public Connector {
  std::string endpoint() const override { return "https://api.security.microsoft.com/api/alerts/L_alerts"; } // label: alerts
};

class Incidents : public Connector {
  std::string endpoint() const override { return "https://api.security.microsoft.com/api/incidents/L_incidents"; } // label: incidents
  void prepare(CURL *curl) override {
    Connector::prepare(curl);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
  }
};

class Hunting : public Connector {
  std::string endpoint() const override { return "https://api.security.microsoft.com/api/advancedhunting/run/L_hunting"; } // label: hunting
  void prepare(CURL *curl) override {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 180L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "{\"Query\":\"DeviceEvents | take 10\"}");
  }
};

class Tickets : public Connector {
  std::string endpoint() const override { return "https://tickets.contoso.example/api/L_tickets"; } // label: tickets
  void prepare(CURL *) override {}
};

} // namespace agentkit

int main() {
  using namespace agentkit;
  std::vector<std::unique_ptr<Connector>> connectors;
  connectors.push_back(std::make_unique<Alerts>());
  connectors.push_back(std::make_unique<Incidents>());
  if (truth_flag("hunting licensed"))
    connectors.push_back(std::make_unique<Hunting>());
  connectors.push_back(std::make_unique<Tickets>());

  int failed = 0;
  for (const auto &connector : connectors)
    failed += !connector->sync();
  std::cout << failed << " connectors failed\n";
  return failed != 0;
}
