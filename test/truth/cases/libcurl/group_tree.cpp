// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Walks a tree of device groups; each group may have its own settings, which
// its children inherit.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace {

struct Group {
  std::string name;
  std::string agent; // empty: the parent's
  bool cloud = true;
  std::vector<std::unique_ptr<Group>> children;

  Group &add(std::string child, std::string childAgent = {}, bool childCloud = true) {
    children.push_back(std::make_unique<Group>());
    Group &group = *children.back();
    group.name = std::move(child);
    group.agent = std::move(childAgent);
    group.cloud = childCloud;
    return group;
  }
};

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Walker {
public:
  Walker() : curl_(curl_easy_init()) { curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, drop); }
  ~Walker() { curl_easy_cleanup(curl_); }
  Walker(const Walker &) = delete;

  int visit(const Group &group, const std::string &inherited) {
    const std::string &agent = group.agent.empty() ? inherited : group.agent;
    const std::string base = group.cloud ? "https://api.securitycenter.microsoft.com/api/machines?group="
                                         : "https://mirror.contoso.example/machines?group=";
    const std::string url = base + group.name;
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, agent.c_str());
    int failures = curl_easy_perform(curl_) != CURLE_OK; // label: root, servers, web, lab, kiosks
    for (const auto &child : group.children)
      failures += visit(*child, agent);
    return failures;
  }

private:
  CURL *curl_;
};

} // namespace

int main() {
  Group root;
  root.name = "L_root"; // label: root
  root.agent = "MdePartner-Contoso-Groups/1.0";
  Group &servers = root.add("L_servers"); // label: servers
  servers.add("L_web");                   // label: web
  root.add("L_lab", "", false);           // label: lab
  Group &kiosks = root.add("L_kiosks", truth_flag("kiosk agent") ? "Kiosk/1.0" : ""); // label: kiosks
  kiosks.add("L_kiosks-lobby"); // label: kiosks

  Walker walker;
  return walker.visit(root, "");
}
