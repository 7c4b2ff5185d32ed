// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The strcmp family on constants decides branches.
#include <curl/curl.h>
#include <string.h>
#include <strings.h>

static const char agent[] = "MdePartner-Contoso-Cognito/1.0";

static void fetch(const char *cloud) {
  CURL *curl = curl_easy_init();
  if (strcmp(cloud, "gcc") == 0)
    curl_easy_setopt(curl, CURLOPT_URL, "https://api-gcc.securitycenter.microsoft.us/api/machines");
  else if (!strcmp(cloud, "gov"))
    curl_easy_setopt(curl, CURLOPT_URL, "https://api-gov.securitycenter.microsoft.us/api/machines");
  else
    curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  if (strncmp(cloud, "g", 1) != 0 || strcasecmp(cloud, "GOV") == 0)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // The host stands in this function, and each request to it lacks the header:
  // this is the place, not the call that names the cloud.
  // CHECK: :[[@LINE+1]]:3: warning: request to api-gcc.securitycenter.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void commercial(void) { fetch("commercial"); }
void gov(void) { fetch("gov"); }
void gcc(void) { fetch("gcc"); }
