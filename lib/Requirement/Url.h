//===- Requirement/Url.h - The parts of a URL -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes a URL with holes apart, as RFC 3986 does and as leniently as libcurl
// and browsers do: a missing scheme ("host/path", "//host/path"), too few or
// too many slashes, backslashes, upper case, user information, a port, an IPv6
// address, percent-escapes in the host, a dot behind it.
//
// The literal parts show the structure; a hole holds no delimiter of the parts
// it stands between. So in
//
//   "https://" {region} ".api.security.microsoft.com/api/machines"
//
// the host is {region} ".api.security.microsoft.com". A hole in front of the
// first '/' belongs to the host, because that is where it could continue it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_URL_H
#define MDE_REQUIREMENT_URL_H

#include "Text/Text.h"

namespace mde::requirement {

struct UrlParts {
  Pattern Scheme;   ///< In lower case; empty when the URL names none.
  Pattern UserInfo; ///< What stands before the last '@'.
  Pattern Host;     ///< In lower case, unescaped, without the dot behind it.
  Pattern Port;
  Pattern Path;            ///< With its '/'.
  Pattern Query;           ///< Without its '?'.
  bool IsRelative = false; ///< Begins with a path: names no host at all.

  /// Would an HTTP library send a request there? No for "file:" and the like.
  Tri isHttp() const;
};

UrlParts splitUrl(const Pattern &Url);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_URL_H
