/* What the tests need of libcurl's own header, which would cost each unit more
   time than all the rest. */
#ifndef CURL_H
#define CURL_H
#ifdef __cplusplus
extern "C" {
#endif
typedef void CURL;
typedef int CURLcode;
typedef enum { CURLOPT_URL = 10002, CURLOPT_USERAGENT = 10018 } CURLoption;
CURL *curl_easy_init(void);
CURLcode curl_easy_setopt(CURL *handle, CURLoption option, ...);
CURLcode curl_easy_perform(CURL *handle);
void curl_easy_cleanup(CURL *handle);
#ifdef __cplusplus
}
#endif
#endif
