// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Flags computed from other flags: from random programs, where each was a false alarm.
#include <curl/curl.h>
#include <string>
#include <truth/choice.h>

static CURL *made() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, +[](char *, size_t size, size_t count, void *) { return size * count; });
  return curl;
}

static void sendTo(CURL *curl, const std::string &url) {
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_perform(curl);
}

// A flag is never its opposite.
static void opposite(bool first) {
  CURL *curl = made();
  const bool second = !first;
  if (second != first)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Sync/7.3.1");
  else
    sendTo(curl, "https://graph.microsoft.com/L_never"); // label: never
  sendTo(curl, "https://api.securitycenter.microsoft.com/L_opposite"); // label: opposite
  curl_easy_cleanup(curl);
}

// Of two that differ, not both are true.
static void differ(bool first, bool second) {
  CURL *curl = made();
  if (first == second) {
    sendTo(curl, "https://graph.microsoft.com/L_alike"); // label: alike
    return curl_easy_cleanup(curl);
  }
  if (first && second)
    sendTo(curl, "https://graph.microsoft.com/L_both"); // label: both
  if (!first || !second)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Sync/7.3.1");
  sendTo(curl, "https://graph.microsoft.com/L_one"); // label: one
  curl_easy_cleanup(curl);
}

// A flag compared with a known one.
static void compared(bool first, bool second) {
  CURL *curl = made();
  if (!first)
    second = first;
  const bool third = first != second;
  if (second != third)
    return curl_easy_cleanup(curl);
  if (third)
    sendTo(curl, "https://graph.microsoft.com/L_third"); // label: third
  curl_easy_cleanup(curl);
}

// Compared twice, the other way round.
static void turned(bool first, bool second) {
  CURL *curl = made();
  if (first != second)
    first = second != first;
  else
    first = true;
  if (first)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Sync/7.3.1");
  sendTo(curl, "https://graph.microsoft.com/L_turned"); // label: turned
  curl_easy_cleanup(curl);
}

int main() {
  const bool first = truth_flag("first") != 0, second = truth_flag("second") != 0;
  opposite(first);
  differ(first, second);
  compared(first, second);
  turned(first, second);
  return 0;
}
