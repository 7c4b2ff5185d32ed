// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How to sign in is a variant; what is asked is a visitor's business.
#include <curl/curl.h>
#include <iostream>
#include <string>
#include <string_view>
#include <truth/choice.h>
#include <type_traits>
#include <utility>
#include <variant>

namespace auth {

struct Secret {
  std::string id, value;
};
struct Certificate {
  std::string file;
};
struct ManagedIdentity {};
using Method = std::variant<Secret, Certificate, ManagedIdentity>;

static Method configured() {
  switch (truth_choice("sign in", 3)) {
  case 0:
    return Secret{"contoso", truth_text("secret", "hunter2")};
  case 1:
    return Certificate{"client.pem"};
  default:
    return ManagedIdentity{};
  }
}

} // namespace auth

namespace api {

static constexpr std::string_view kUserAgent = "MdePartner-Contoso-Vault/4.4";

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Request {
public:
  explicit Request(std::string_view url) : curl_(curl_easy_init()), url_(url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, drop);
  }
  Request(Request &&other) noexcept
      : curl_(std::exchange(other.curl_, nullptr)), headers_(std::exchange(other.headers_, nullptr)),
        url_(std::move(other.url_)) {}
  ~Request() {
    curl_slist_free_all(headers_);
    if (curl_)
      curl_easy_cleanup(curl_);
  }

  Request &header(std::string_view name, std::string_view value) {
    std::string line(name);
    line.append(": ").append(value);
    headers_ = curl_slist_append(headers_, line.c_str());
    return *this;
  }
  Request &form(const std::string &body) {
    curl_easy_setopt(curl_, CURLOPT_COPYPOSTFIELDS, body.c_str());
    return *this;
  }
  bool send() {
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers_);
    return curl_easy_perform(curl_) == CURLE_OK;
  }

private:
  CURL *curl_;
  curl_slist *headers_ = nullptr;
  std::string url_;
};

static std::string token(const auth::Method &method) {
  const bool ok = std::visit(
      [](const auto &how) {
        using How = std::decay_t<decltype(how)>;
        if constexpr (std::is_same_v<How, auth::Secret>)
          return Request("https://login.microsoftonline.com/contoso/oauth2/token?L_secret") // label: secret
              .form("client_id=" + how.id + "&client_secret=" + how.value + "&resource=https://api.securitycenter.microsoft.com")
              .send();
        else if constexpr (std::is_same_v<How, auth::Certificate>)
          return Request("https://login.microsoftonline.com/contoso/oauth2/token?L_certificate") // label: certificate
              .form("client_assertion=" + how.file + "&resource=https://graph.microsoft.com")
              .send();
        else
          return Request("https://management.azure.com/identity?resource=https://graph.microsoft.com&L_identity") // label: identity
              .header("Metadata", "true")
              .send();
      },
      method);
  return ok ? "token" : "";
}

} // namespace api

int main() {
  const auth::Method method = auth::configured();
  const std::string bearer = "Bearer " + api::token(method);

  bool ok = api::Request("https://graph.microsoft.com/v1.0/security/alerts_v2/L_alerts") // label: alerts
                .header("Authorization", bearer)
                .header("User-Agent", api::kUserAgent)
                .send();
  if (std::holds_alternative<auth::ManagedIdentity>(method))
    ok &= api::Request("https://graph.microsoft.com/v1.0/me/L_me").header("Authorization", bearer).send(); // label: me

  api::Request machines("https://api.securitycenter.microsoft.com/api/machines/L_machines"); // label: machines
  machines.header("Authorization", bearer);
  if (const auto *secret = std::get_if<auth::Secret>(&method))
    machines.header("X-Client", secret->id).header("User-Agent", "Contoso Vault 4.4");
  else
    machines.header("User-Agent", api::kUserAgent);
  ok &= machines.send(); // label: machines
  std::cout << (ok ? "done" : "failed") << '\n';
}
