// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libcurl loaded at run time: the functions come from dlsym.
#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>

typedef CURL *(*init_function)(void);
typedef CURLcode (*setopt_function)(CURL *, CURLoption, ...);
typedef CURLcode (*perform_function)(CURL *);

int named(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW);
  init_function init;
  setopt_function setopt;
  perform_function perform;
  CURL *curl;
  if (!library)
    return 1;
  init = (init_function)dlsym(library, "curl_easy_init");
  setopt = (setopt_function)dlsym(library, "curl_easy_setopt");
  perform = (perform_function)dlsym(library, "curl_easy_perform");
  if (!init || !setopt || !perform)
    return 1;
  curl = init();
  setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  perform(curl);
  setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  perform(curl);
  return 0;
}

// A table of loaded functions, filled by a helper.
static struct {
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  void (*easy_cleanup)(CURL *);
} api;

static int load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_LAZY);
  if (library == NULL)
    return 0;
  *(void **)&api.easy_init = dlsym(library, "curl_easy_init");
  *(void **)&api.easy_setopt = dlsym(library, "curl_easy_setopt");
  *(void **)&api.easy_perform = dlsym(library, "curl_easy_perform");
  *(void **)&api.easy_cleanup = dlsym(library, "curl_easy_cleanup");
  return 1;
}

static void get(const char *url, const char *agent) {
  CURL *curl = api.easy_init();
  api.easy_setopt(curl, CURLOPT_URL, url);
  if (agent)
    api.easy_setopt(curl, CURLOPT_USERAGENT, agent);
  api.easy_perform(curl);
  api.easy_cleanup(curl);
}

int main(void) {
  if (!load())
    return 1;
  get("https://graph.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me", NULL);
  get("https://siem.contoso.example/", NULL);
  return named();
}
