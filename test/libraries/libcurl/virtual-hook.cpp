// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A virtual hook for headers; the dynamic type decides.
#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

namespace {

class Client {
public:
  virtual ~Client() = default;
  CURLcode get(const std::string &url) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    configure(curl);
    const CURLcode rc = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return rc;
  }

protected:
  virtual void configure(CURL *) {}
};

class PartnerClient : public Client {
protected:
  void configure(CURL *curl) override { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent().c_str()); }
  virtual std::string agent() const { return "MdePartner-Contoso-Cognito/1.0"; }
};

class TracingClient : public PartnerClient {
protected:
  void configure(CURL *curl) override { curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L); } // forgets the base
};

class PoliteClient : public PartnerClient {
protected:
  void configure(CURL *curl) override {
    PartnerClient::configure(curl);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  }
};

class LegacyClient final : public PartnerClient {
protected:
  std::string agent() const override { return "MdatpPartner-Contoso-Cognito/1.0"; }
};

} // namespace

void known() {
  PartnerClient partner;
  PoliteClient polite;
  partner.get("https://graph.microsoft.com/v1.0/me");
  polite.get("https://graph.microsoft.com/v1.0/me");
  TracingClient tracing;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  tracing.get("https://graph.microsoft.com/v1.0/me");
  LegacyClient legacy;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdatpPartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  legacy.get("https://graph.microsoft.com/v1.0/me");
  Client plain;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  plain.get("https://graph.microsoft.com/v1.0/me");
}

static CURLcode through(Client &client) { return client.get("https://graph.microsoft.com/v1.0/me"); }

void byReference() {
  PartnerClient partner;
  through(partner);
  TracingClient tracing;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  through(tracing);
}

static std::unique_ptr<Client> make(bool partner) {
  if (partner)
    return std::make_unique<PoliteClient>();
  return std::make_unique<Client>();
}

void fromAFactory() {
  make(true)->get("https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  make(false)->get("https://graph.microsoft.com/v1.0/me");
}

// The base constructor reaches the base's version of the hook.
namespace {
class EagerBase {
public:
  EagerBase() : curl_(curl_easy_init()) { hook(); }
  virtual ~EagerBase() { curl_easy_cleanup(curl_); }
  void send() {
    curl_easy_setopt(curl_, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
    curl_easy_perform(curl_);
  }
  void again() { hook(); }

protected:
  virtual void hook() {}
  CURL *curl_;
};
class EagerPartner : public EagerBase {
protected:
  void hook() override { curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
};
} // namespace

void hookFromAConstructor() {
  EagerPartner early;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  early.send();
  early.again();
  early.send();
}

// Pure virtual, held in a collection.
namespace {
class Step {
public:
  virtual ~Step() = default;
  virtual std::string url() const = 0;
  virtual std::string agent() const { return "MdePartner-Contoso-Cognito/1.0"; }
};
class Good : public Step {
  std::string url() const override { return "https://graph.microsoft.com/v1.0/security/alerts_v2"; }
};
class Bad : public Step {
  std::string url() const override { return "https://graph.microsoft.us/v1.0/security/alerts_v2"; }
  std::string agent() const override { return {}; }
};
} // namespace

void collection() {
  std::vector<std::unique_ptr<Step>> steps;
  steps.push_back(std::make_unique<Good>());
  steps.emplace_back(new Bad);
  for (const auto &step : steps) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, step->url().c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, step->agent().c_str());
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
