// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <curl/curl.h>
#include <string>

namespace split {

struct Settings {
  std::string base;
  std::string agent;
};

class Client {
public:
  explicit Client(const Settings &settings);
  ~Client();
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

  void identify();
  bool get(const std::string &path);

private:
  Settings settings_;
  CURL *curl_;
};

Settings loadSettings();
bool heartbeat();

} // namespace split
