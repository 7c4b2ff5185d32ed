// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "http.h"

namespace contoso {

size_t appendTo(char *data, size_t size, size_t count, void *text) {
  static_cast<std::string *>(text)->append(data, size * count);
  return size * count;
}

Http::Http(const Settings &settings) : curl_(curl_easy_init(), &curl_easy_cleanup) {
  curl_easy_setopt(curl_.get(), CURLOPT_USERAGENT, kUserAgent);
  curl_easy_setopt(curl_.get(), CURLOPT_TIMEOUT, 30L);
  curl_easy_setopt(curl_.get(), CURLOPT_WRITEFUNCTION, appendTo);
  if (settings.verbose)
    curl_easy_setopt(curl_.get(), CURLOPT_VERBOSE, 1L);
}

Response Http::send(const char *method, const std::string &url, const std::string *json) {
  List headers(curl_slist_append(nullptr, "Accept: application/json"), &curl_slist_free_all);
  if (!token_.empty())
    curl_slist_append(headers.get(), ("Authorization: Bearer " + token_).c_str());
  if (json) {
    curl_slist_append(headers.get(), "Content-Type: application/json");
    curl_easy_setopt(curl_.get(), CURLOPT_COPYPOSTFIELDS, json->c_str());
  } else {
    curl_easy_setopt(curl_.get(), CURLOPT_HTTPGET, 1L);
  }
  curl_easy_setopt(curl_.get(), CURLOPT_CUSTOMREQUEST, method);
  curl_easy_setopt(curl_.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, headers.get());
  const Response response = perform();
  curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, nullptr);
  return response;
}

Response Http::form(const std::string &url, const std::map<std::string, std::string> &fields) {
  std::string body;
  for (const auto &[name, value] : fields) {
    char *escaped = curl_easy_escape(curl_.get(), value.c_str(), 0);
    body += (body.empty() ? "" : "&") + name + "=" + (escaped ? escaped : "");
    curl_free(escaped);
  }
  curl_easy_setopt(curl_.get(), CURLOPT_CUSTOMREQUEST, "POST");
  curl_easy_setopt(curl_.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl_.get(), CURLOPT_COPYPOSTFIELDS, body.c_str());
  return perform();
}

Response Http::perform() {
  Response response;
  curl_easy_setopt(curl_.get(), CURLOPT_WRITEDATA, &response.body);
  response.code = curl_easy_perform(curl_.get());
  if (response.code == CURLE_OK)
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &response.status);
  return response;
}

std::string member(const std::string &json, const std::string &name) {
  const std::string key = "\"" + name + "\"";
  std::string::size_type at = json.find(key);
  if (at == std::string::npos)
    return "";
  at = json.find('"', at + key.size());
  if (at == std::string::npos)
    return "";
  const std::string::size_type end = json.find('"', at + 1);
  return end == std::string::npos ? "" : json.substr(at + 1, end - at - 1);
}

std::string acquireToken(Http &http, const Settings &settings, const std::string &resource) {
  const Response response = http.form(std::string(kLogin) + "/" + settings.tenant + "/oauth2/v2.0/token",
                                      {{"grant_type", "client_credentials"},
                                       {"client_id", settings.clientId},
                                       {"client_secret", settings.clientSecret},
                                       {"scope", resource + "/.default"}});
  return response.ok() ? member(response.body, "access_token") : "";
}

} // namespace contoso
