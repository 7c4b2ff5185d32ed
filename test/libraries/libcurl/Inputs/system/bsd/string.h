// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libbsd's header declares, so that the tests need not have it installed.
#ifndef LIBBSD_STRING_H
#define LIBBSD_STRING_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif
size_t strlcpy(char *dst, const char *src, size_t siz);
size_t strlcat(char *dst, const char *src, size_t siz);
#ifdef __cplusplus
}
#endif

#endif
