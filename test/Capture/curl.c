// The real header. curl_easy_setopt is a macro there: of itself for clang, of a
// statement expression with type checks for compilers that say they are newer.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
// RUN: %mde-ir capture %s -- -std=c17 -fgnuc-version=12.2 | FileCheck %s
#include <curl/curl.h>

int get(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  return curl_easy_perform(curl);
}
// CHECK-LABEL: function "get"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "curl"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = var "url"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = call "curl_easy_setopt" (%2, CURLOPT_URL=10002, %4)
// CHECK-NEXT:   %6 = var "curl"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   %8 = call "curl_easy_setopt" (%7, CURLOPT_VERBOSE=41, 1)
// CHECK-NEXT:   %9 = var "curl"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = call "curl_easy_perform" (%10)
// CHECK-NEXT:   ret %11
