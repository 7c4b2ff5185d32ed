// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TRUTH: outcomes status
// A state machine that exports events: sign in, export, back off, give up.
#include <curl/curl.h>
#include <iostream>
#include <string>
#include <truth/choice.h>

namespace {

enum class State { SignIn, Export, BackOff, Done, Failed };

const char *nameOf(State state) {
  switch (state) {
  case State::SignIn: return "sign-in";
  case State::Export: return "export";
  case State::BackOff: return "back-off";
  case State::Done: return "done";
  case State::Failed: return "failed";
  }
  return "?";
}

class Exporter {
public:
  Exporter() : curl_(curl_easy_init()) {
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &Exporter::drop);
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, "MdePartner-Relecloud-Exporter/6.2");
  }
  ~Exporter() {
    curl_slist_free_all(headers_);
    curl_easy_cleanup(curl_);
  }
  Exporter(const Exporter &) = delete;
  Exporter &operator=(const Exporter &) = delete;

  State run() {
    State state = State::SignIn;
    int rounds = 0;
    while (state != State::Done && state != State::Failed && ++rounds < 4) {
      std::clog << nameOf(state) << '\n';
      state = step(state);
    }
    return state;
  }

private:
  State step(State state) {
    switch (state) {
    case State::SignIn:
      if (request("https://login.microsoftonline.com/relecloud/oauth2/v2.0/token?L_token") != 200) // label: token
        return State::Failed;
      headers_ = curl_slist_append(headers_, "Authorization: Bearer abc");
      curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, headers_);
      return State::Export;
    case State::Export: {
      const long status = request("https://api.security.microsoft.com/api/events/L_export"); // label: export
      return status == 200 ? State::Done : status == 429 ? State::BackOff : State::Failed;
    }
    case State::BackOff:
      // Throttled: tells the operations team under another name, then goes on.
      curl_easy_setopt(curl_, CURLOPT_USERAGENT, "relecloud-backoff");
      request("https://hooks.contoso.example/L_hook"); // label: hook
      return request("https://api.security.microsoft.com/api/quota/L_quota") == 200 ? State::Export // label: quota
                                                                                   : State::Failed;
    default:
      return State::Failed;
    }
  }

  long request(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    if (curl_easy_perform(curl_) != CURLE_OK)
      return 0;
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

  CURL *curl_;
  curl_slist *headers_ = nullptr;
};

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  State end;
  {
    Exporter exporter;
    end = exporter.run();
  }
  curl_global_cleanup();
  return end == State::Done ? 0 : 1;
}
