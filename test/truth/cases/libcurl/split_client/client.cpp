// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A client, its settings and its user in files of their own.
#include "client.h"

namespace split {

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

Client::Client(const Settings &settings) : settings_(settings), curl_(curl_easy_init()) {
  curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, drop);
}

Client::~Client() { curl_easy_cleanup(curl_); }

void Client::identify() { curl_easy_setopt(curl_, CURLOPT_USERAGENT, settings_.agent.c_str()); }

bool Client::get(const std::string &path) {
  const std::string url = settings_.base + path;
  curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
  return curl_easy_perform(curl_) == CURLE_OK;
}

bool heartbeat() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/L_heartbeat"); // label: heartbeat
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  const bool ok = curl_easy_perform(curl) == CURLE_OK; // label: heartbeat
  curl_easy_cleanup(curl);
  return ok;
}

} // namespace split
