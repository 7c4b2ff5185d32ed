// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads users page by page over a client that retries; the second client is for
// another cloud and is given its headers by a table.
#include <chrono>
#include <httplib.h>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <truth/choice.h>

using Headers = std::map<std::string, std::string>;

static httplib::Headers convert(const Headers &from) {
  httplib::Headers to;
  for (const auto &[name, value] : from)
    to.insert({name, value});
  return to;
}

class RetryingClient {
public:
  RetryingClient(const char *host, const Headers &headers) : client_(host), headers_(convert(headers)) {}

  std::optional<std::string> get(const std::string &path) {
    for (int attempt = 0; attempt < 3; ++attempt) {
      std::string body;
      auto result = client_.Get(path, headers_, [&body](const char *data, size_t size) {
        body.append(data, size);
        return true;
      });
      if (result && result->status < 500)
        return body;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::nullopt;
  }

private:
  httplib::Client client_;
  httplib::Headers headers_;
};

static std::string pathOfNextLink(const std::string &page) {
  const std::string key = "\"@odata.nextLink\": \"https://graph.microsoft.com";
  const size_t begin = page.find(key);
  if (begin == std::string::npos)
    return {};
  const size_t first = begin + key.size();
  return page.substr(first, page.find('"', first) - first);
}

int main() {
  RetryingClient login("https://login.microsoftonline.com", {});
  if (!login.get("/common/L_login")) // label: login
    return 1;

  Headers common = {{"Accept", "application/json"}};
  RetryingClient china("https://microsoftgraph.chinacloudapi.cn", common);
  common["User-Agent"] = "MdePartner-Contoso-Directory/7.0";
  RetryingClient graph("https://graph.microsoft.com", common);

  std::string path = "/v1.0/users/L_users?next=L_page";
  while (!path.empty()) {
    auto page = graph.get(path); // label: users, page
    if (!page)
      return 1;
    path = pathOfNextLink(*page);
  }
  if (truth_flag("china"))
    china.get("/v1.0/users/L_china"); // label: china
  return 0;
}
