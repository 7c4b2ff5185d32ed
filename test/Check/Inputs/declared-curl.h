// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
typedef void CURL;
CURL *curl_easy_init(void);
int curl_easy_setopt(CURL *, int, ...);
int curl_easy_perform(CURL *);
