// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Follows @odata.nextLink. The first page is identified, the next ones are
// fetched by a helper that isn't.
#include <curl/curl.h>
#include <iostream>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace paging {

using Body = std::string;

static size_t append(char *data, size_t size, size_t count, void *user) {
  static_cast<Body *>(user)->append(data, size * count);
  return size * count;
}

static Body get(const std::string &url, const char *agent) {
  Body body;
  CURL *curl = curl_easy_init();
  if (!curl)
    return body;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  if (curl_easy_perform(curl) != CURLE_OK)
    body.clear();
  curl_easy_cleanup(curl);
  return body;
}

static std::string nextLink(const Body &body) {
  static const std::string key = "\"@odata.nextLink\": \"";
  const auto at = body.find(key);
  if (at == std::string::npos)
    return {};
  const auto begin = at + key.size();
  return body.substr(begin, body.find('"', begin) - begin);
}

static std::vector<Body> pages(const std::string &first) {
  std::vector<Body> out;
  out.push_back(get(first, "MdePartner-Contoso-Pager/1.0"));
  for (std::string link = nextLink(out.back()); !link.empty(); link = nextLink(out.back()))
    out.push_back(get(link, nullptr)); // label: next
  return out;
}

static std::vector<Body> properPages(const std::string &first) {
  std::vector<Body> out;
  std::string link = first;
  while (!link.empty()) {
    out.push_back(get(link, "MdePartner-Contoso-Pager/1.0")); // label: proper, proper_next
    link = nextLink(out.back());
  }
  return out;
}

} // namespace paging

int main() {
  auto alerts = paging::pages("https://graph.microsoft.com/v1.0/security/alerts_v2/L_first?next=L_next"); // label: first
  std::cout << alerts.size() << " pages of alerts\n";
  if (truth_flag("incidents")) {
    auto incidents = paging::properPages("https://graph.microsoft.com/v1.0/security/incidents/L_proper?next=L_proper_next");
    std::cout << incidents.size() << " pages of incidents\n";
  }
}
