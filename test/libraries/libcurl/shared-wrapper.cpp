// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One wrapper for targets and other hosts, used all over a program: only those
// callers with targets are reported, and each of them.
#include <curl/curl.h>
#include <string>
#include <vector>

namespace http {

struct Response {
  long status = 0;
  std::string body;
};

static size_t append(char *data, size_t size, size_t count, void *user) {
  static_cast<std::string *>(user)->append(data, size * count);
  return size * count;
}

class Client {
public:
  explicit Client(std::string agent = "") : agent_(std::move(agent)) {}

  Response request(const std::string &method, const std::string &url, const std::string &body = "",
                   const std::vector<std::string> &headers = {}) const {
    Response response;
    CURL *curl = curl_easy_init();
    if (!curl)
      return response;
    curl_slist *list = nullptr;
    for (const std::string &line : headers)
      list = curl_slist_append(list, line.c_str());
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    if (!body.empty())
      curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
    if (list)
      curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    if (!agent_.empty())
      curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
    if (curl_easy_perform(curl) == CURLE_OK)
      curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);
    return response;
  }

  Response get(const std::string &url) const { return request("GET", url); }
  Response post(const std::string &url, const std::string &body) const {
    return request("POST", url, body, {"Content-Type: application/json"});
  }

private:
  std::string agent_;
};

} // namespace http

std::string token(const std::string &secret) {
  const http::Client client;
  return client.post("https://login.microsoftonline.com/common/oauth2/v2.0/token", "client_secret=" + secret).body;
}

void machines() {
  const http::Client client("MdePartner-Contoso-Cognito/1.0");
  client.get("https://api.securitycenter.microsoft.com/api/machines");
  client.post("https://api.securitycenter.microsoft.com/api/indicators", "{}");
}

void incidents() {
  const http::Client client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client.get("https://api.security.microsoft.com/api/incidents");
  client.get("https://status.contoso.example/");
}

void hunting() {
  const http::Client client("hunting/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'hunting/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  client.post("https://graph.microsoft.com/v1.0/security/runHuntingQuery", "{}");
}

void withOwnHeaders() {
  const http::Client client;
  client.request("PATCH", "https://graph.microsoft.com/v1.0/security/alerts/1", "{}",
                 {"User-Agent: MdePartner-Contoso-Cognito/1.0", "Content-Type: application/json"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  client.request("PATCH", "https://graph.microsoft.com/v1.0/security/alerts/1", "{}",
                 {"Content-Type: application/json"});
}
