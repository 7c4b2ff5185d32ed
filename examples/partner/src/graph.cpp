// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "graph.h"
#include <fstream>

namespace contoso {

namespace {

struct Export {
  std::ofstream file;
  std::string page; ///< what was received of this page, for its next link
};

size_t writeTo(char *data, size_t size, size_t count, void *user) {
  auto *target = static_cast<Export *>(user);
  target->file.write(data, static_cast<std::streamsize>(size * count));
  target->page.append(data, size * count);
  return size * count;
}

} // namespace

Response secureScore(Http &http) { return http.get(std::string(kGraph) + "/v1.0/security/secureScores?$top=1"); }

Response hunt(Http &http, const std::string &query) {
  return http.post(std::string(kGraph) + "/v1.0/security/runHuntingQuery", R"({"Query":")" + query + R"("})");
}

int exportAlerts(const Settings &settings, const std::string &token) {
  Export target;
  target.file.open(settings.exportFile);
  if (!target.file)
    return -1;

  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  const List headers(curl_slist_append(nullptr, ("Authorization: Bearer " + token).c_str()), &curl_slist_free_all);
  const std::string agent = std::string("ContosoCognito/") + CONTOSO_VERSION + " (export)";
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, writeTo);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &target);

  int pages = 0;
  std::string url = std::string(kGraph) + "/v1.0/security/alerts_v2";
  while (!url.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    target.page.clear();
    if (curl_easy_perform(curl.get()) != CURLE_OK)
      return -1;
    ++pages;
    url = member(target.page, "@odata.nextLink");
  }
  return pages;
}

} // namespace contoso
