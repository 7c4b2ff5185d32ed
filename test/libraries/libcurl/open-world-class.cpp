// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A class whose methods other files call: `this` is what any constructor and
// any sequence of public methods leave.
#include <curl/curl.h>
#include <string>

// No method sets a User-Agent: every use is bad.
class Never {
public:
  Never();
  ~Never();
  void timeout(long seconds);
  void send();

private:
  CURL *curl_;
};
Never::Never() : curl_(curl_easy_init()) {}
Never::~Never() { curl_easy_cleanup(curl_); }
void Never::timeout(long seconds) { curl_easy_setopt(curl_, CURLOPT_TIMEOUT, seconds); }
void Never::send() {
  curl_easy_setopt(curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl_);
}

// The constructor does, nothing takes it away: every use is good.
class Always {
public:
  Always();
  void send();

private:
  CURL *curl_;
};
Always::Always() : curl_(curl_easy_init()) {
  curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
}
void Always::send() {
  curl_easy_setopt(curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(curl_);
}

// A setter that callers may forget: who calls it is not seen.
class Perhaps {
public:
  Perhaps();
  void identify();
  void send();

private:
  CURL *curl_;
};
Perhaps::Perhaps() : curl_(curl_easy_init()) {}
void Perhaps::identify() { curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
void Perhaps::send() {
  curl_easy_setopt(curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl_);
}

// A flag and the handle that it stands for stay together.
class Lazy {
public:
  Lazy();
  bool open();
  void send();

private:
  bool open_ = false;
  CURL *curl_ = nullptr;
};
Lazy::Lazy() = default;
bool Lazy::open() {
  if (open_)
    return true;
  curl_ = curl_easy_init();
  curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  open_ = true;
  return true;
}
void Lazy::send() {
  if (!open_)
    return;
  curl_easy_setopt(curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(curl_);
}

// Nothing here makes such an object, so that the compiler never wrote the constructor:
// what the object is like at first is not seen.
class NeverMade {
public:
  void open();
  void send();

private:
  bool open_ = false;
  CURL *curl_ = nullptr;
};
void NeverMade::open() {
  curl_ = curl_easy_init();
  curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  open_ = true;
}
void NeverMade::send() {
  if (!open_)
    return;
  curl_easy_setopt(curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  curl_easy_perform(curl_);
}

// A private method is called from here only.
class Private {
public:
  void machines();
  void alerts();

private:
  void get(const std::string &url, bool identify);
};
void Private::get(const std::string &url, bool identify) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void Private::machines() { get("https://api.securitycenter.microsoft.com/api/machines", true); }
void Private::alerts() {
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api.securitycenter.microsoft.com/api/alerts", false);
}
