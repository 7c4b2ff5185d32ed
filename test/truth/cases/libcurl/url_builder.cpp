// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// URLs are put together with libcurl's own URL interface.
#include <curl/curl.h>
#include <cstdio>
#include <memory>
#include <string>
#include <truth/choice.h>

struct UrlDeleter {
  void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
struct EasyDeleter {
  void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
};
using Url = std::unique_ptr<CURLU, UrlDeleter>;
using Easy = std::unique_ptr<CURL, EasyDeleter>;

static size_t quiet(char *, size_t size, size_t count, void *) { return size * count; }

static Url makeUrl(const char *host, const std::string &path) {
  Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_SCHEME, "https", 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_HOST, host, 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_PATH, path.c_str(), 0) != CURLUE_OK)
    return nullptr;
  return url;
}

static bool perform(Easy &easy, const Url &url) {
  if (!url)
    return false;
  curl_easy_setopt(easy.get(), CURLOPT_CURLU, url.get());
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, quiet);
  return curl_easy_perform(easy.get()) == CURLE_OK;
}

static std::string toText(const Url &url) {
  char *text = nullptr;
  if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
    return {};
  std::string out = text;
  curl_free(text);
  return out;
}

int main() {
  curl_global_init(CURL_GLOBAL_ALL);
  bool good = true;
  {
    Easy easy(curl_easy_init());
    Url machines = makeUrl("api.security.microsoft.com", "/api/machines/L_machines"); // label: machines
    good &= perform(easy, machines);                                                  // label: machines

    curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, "MdePartner-Contoso-Links/1.1");
    Url alerts(curl_url_dup(machines.get()));
    curl_url_set(alerts.get(), CURLUPART_PATH, "/api/alerts/L_alerts", 0);
    curl_url_set(alerts.get(), CURLUPART_QUERY, "$top=5", 0);
    good &= perform(easy, alerts); // label: alerts
  }
  {
    Url relay = makeUrl("proxy.contoso.example", "/forward/L_relay");
    curl_url_set(relay.get(), CURLUPART_QUERY, "to=graph.microsoft.com", CURLU_URLENCODE);
    const std::string text = toText(relay);
    Easy easy(curl_easy_init());
    curl_easy_setopt(easy.get(), CURLOPT_URL, text.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, quiet);
    good &= curl_easy_perform(easy.get()) == CURLE_OK; // label: relay
  }
  if (truth_flag("scores")) {
    Easy easy(curl_easy_init());
    Url scores = makeUrl("graph.microsoft.com", "/v1.0/security/secureScores/L_scores"); // label: scores
    const std::string text = toText(scores);
    curl_easy_setopt(easy.get(), CURLOPT_URL, text.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; MdePartner-Contoso-Links/1.1)");
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, quiet);
    good &= curl_easy_perform(easy.get()) == CURLE_OK; // label: scores
  }
  curl_global_cleanup();
  return good ? 0 : 1;
}
