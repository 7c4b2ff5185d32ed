// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a throw skips, and which handler the path goes to.
#include <curl/curl.h>
#include <stdexcept>
#include <string>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

extern std::string loadCertificate(); // may throw
extern std::string productName() noexcept;

// The agent is set inside the try, after something that may throw; the send
// comes after the handler.
void skippedByAThrow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    const std::string certificate = loadCertificate();
    curl_easy_setopt(curl, CURLOPT_SSLCERT, certificate.c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  } catch (const std::exception &) {
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void setBeforeTheThrow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    const std::string certificate = loadCertificate();
    curl_easy_setopt(curl, CURLOPT_SSLCERT, certificate.c_str());
  } catch (const std::exception &) {
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A function that does not throw skips nothing.
void nothingThrows() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    const std::string product = productName();
    curl_easy_setopt(curl, CURLOPT_SERVICE_NAME, product.c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  } catch (...) {
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

struct TokenExpired : std::runtime_error {
  TokenExpired() : std::runtime_error("token expired") {}
};

static void check(long status) {
  if (status == 401)
    throw TokenExpired();
  if (status != 200)
    throw std::runtime_error("unexpected status");
}

// The handler for an expired token tries once more, from a new handle.
void retriesInAHandler() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  try {
    curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    check(status);
  } catch (const TokenExpired &) {
    CURL *again = curl_easy_init();
    curl_easy_setopt(again, CURLOPT_URL, kUrl);
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(again);
    curl_easy_cleanup(again);
  } catch (const std::exception &) {
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}

// The derived handler stands first: the second one never runs.
void handlersInOrder() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    throw TokenExpired();
  } catch (const std::runtime_error &) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  } catch (...) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void noHandlerMatches() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    throw 401;
  } catch (const std::exception &) {
  }
  curl_easy_perform(curl); // never reached
  curl_easy_cleanup(curl);
}

// Rethrown: nothing is sent afterwards.
void rethrown() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  try {
    const std::string certificate = loadCertificate();
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  } catch (...) {
    curl_easy_cleanup(curl);
    throw;
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The thrown object carries the URL.
struct Redirected {
  std::string location;
};
void thrownValue() {
  try {
    throw Redirected{"https://graph.microsoft.com/v1.0/security/alerts_v2"};
  } catch (const Redirected &redirected) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, redirected.location.c_str());
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
