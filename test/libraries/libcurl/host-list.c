// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every cloud's and region's host of Defender and Graph.
#include <curl/curl.h>

static void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void defender(void) {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://us.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://eu.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://uk.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to au.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://au.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to swa.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://swa.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to ina.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://ina.api.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-us.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-eu.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-eu.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-uk.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-uk.security.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-us.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-eu.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-eu.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-uk.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-uk.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-au.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-au.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api.securitycenter.windows.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-us.securitycenter.windows.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-eu.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-eu.securitycenter.windows.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-uk.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-uk.securitycenter.windows.com/api/machines");
}

void government(void) {
  // CHECK: :[[@LINE+1]]:3: warning: request to api-gcc.securitycenter.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-gcc.securitycenter.microsoft.us/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-gov.securitycenter.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-gov.securitycenter.microsoft.us/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-gcc.security.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-gcc.security.microsoft.us/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-gov.security.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api-gov.security.microsoft.us/api/alerts");
}

void siem(void) {
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-eu.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-eu.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-us.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-us.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-uk.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-uk.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-eu.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-eu.securitycenter.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-us.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-us.securitycenter.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-uk.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-uk.securitycenter.windows.com/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-us.gcc.securitycenter.windows.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-us.gcc.securitycenter.windows.us/api/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to wdatp-alertexporter-us.securitycenter.windows.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://wdatp-alertexporter-us.securitycenter.windows.us/api/alerts");
}

void graph(void) {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.us/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:3: warning: request to dod-graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://dod-graph.microsoft.us/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:3: warning: request to microsoftgraph.chinacloudapi.cn is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://microsoftgraph.chinacloudapi.cn/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.de is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.de/v1.0/security/alerts_v2");
}
