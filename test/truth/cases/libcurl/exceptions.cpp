// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Errors are exceptions. What is sent from handlers and destructors counts, too.
#include <curl/curl.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>

namespace siem {

class TransportError : public std::runtime_error {
public:
  TransportError(const std::string &url, CURLcode code)
      : std::runtime_error(url + ": " + curl_easy_strerror(code)), url_(url) {}
  const std::string &url() const { return url_; }

private:
  std::string url_;
};

class QuotaError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Client {
public:
  Client() : curl_(curl_easy_init()) {
    if (!curl_)
      throw std::bad_alloc();
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, drop);
  }
  ~Client() {
    // Tells the service that the session is over, the agent already dropped.
    if (signedIn_) {
      curl_easy_setopt(curl_, CURLOPT_USERAGENT, nullptr);
      curl_easy_setopt(curl_, CURLOPT_URL, "https://api.security.microsoft.com/api/session/L_logout"); // label: logout
      curl_easy_perform(curl_);                                                                         // label: logout
    }
    curl_easy_cleanup(curl_);
  }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

  void signIn() {
    get("https://login.microsoftonline.com/contoso/L_signin"); // label: signin
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Siem/10.0");
    signedIn_ = true;
  }

  void get(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    const CURLcode code = curl_easy_perform(curl_);
    if (code != CURLE_OK)
      throw TransportError(url, code);
    if (truth_flag("quota"))
      throw QuotaError("too many requests");
  }

private:
  CURL *curl_;
  bool signedIn_ = false;
};

static void report(const std::string &what) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/labels/L_report"); // label: report
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, what.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "siem-reporter");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  curl_easy_perform(curl); // label: report
  curl_easy_cleanup(curl);
}

} // namespace siem

int main() {
  try {
    siem::Client client;
    client.signIn();
    client.get("https://api.security.microsoft.com/api/incidents/L_incidents"); // label: incidents
  } catch (const siem::QuotaError &error) {
    siem::report(error.what());
    return 3;
  } catch (const siem::TransportError &error) {
    std::cerr << error.url() << '\n';
    return 2;
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
