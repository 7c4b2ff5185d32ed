// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CUrl, as public copies of ATL Server's header of this name declare it, as far as the
// tests use it.
#pragma once
#include <atlstr.h>
#include <windows.h>

#define ATL_URL_DEFAULT_HTTP_PORT 80
#define ATL_URL_DEFAULT_HTTPS_PORT 443

typedef WORD ATL_URL_PORT;
enum ATL_URL_SCHEME { ATL_URL_SCHEME_UNKNOWN = -1, ATL_URL_SCHEME_FTP, ATL_URL_SCHEME_GOPHER, ATL_URL_SCHEME_HTTP, ATL_URL_SCHEME_HTTPS };

namespace ATL {

class CUrl {
public:
  CUrl() noexcept;
  CUrl(const CUrl &) noexcept;
  ~CUrl() noexcept;
  CUrl &operator=(const CUrl &) noexcept;
  BOOL CrackUrl(LPCTSTR Url, DWORD Flags = 0) noexcept;
  BOOL CreateUrl(LPTSTR Url, DWORD *MaxLength, DWORD Flags = 0) const noexcept;
  void Clear() noexcept;
  LPCTSTR GetHostName() const noexcept;
  DWORD GetHostNameLength() const noexcept;
  LPCTSTR GetUrlPath() const noexcept;
  LPCTSTR GetExtraInfo() const noexcept;
  LPCTSTR GetSchemeName() const noexcept;
  ATL_URL_SCHEME GetScheme() const noexcept;
  ATL_URL_PORT GetPortNumber() const noexcept;
  BOOL SetHostName(LPCTSTR Host) noexcept;
  BOOL SetUrlPath(LPCTSTR Path) noexcept;
  BOOL SetExtraInfo(LPCTSTR Extra) noexcept;
  BOOL SetSchemeName(LPCTSTR Scheme) noexcept;
  BOOL SetScheme(ATL_URL_SCHEME Scheme) noexcept;
  BOOL SetPortNumber(ATL_URL_PORT Port) noexcept;
  BOOL SetUserName(LPCTSTR User) noexcept;
  BOOL SetPassword(LPCTSTR Password) noexcept;
};

} // namespace ATL
