// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CAtlHttpClientT and CAtlNavigateData, as public copies of ATL Server's header of this
// name declare them, as far as the tests use them.
#pragma once
#include <atlutil.h>

#define ATL_HTTP_METHOD_GET TEXT("GET")
#define ATL_HTTP_METHOD_POST TEXT("POST")
#define ATL_HTTP_FLAG_AUTO_REDIRECT 0x1
#define ATL_HTTP_FLAG_PROCESS_RESULT 0x2

namespace ATL {

struct ATL_NAVIGATE_DATA {
  LPCTSTR szExtraHeaders;
  LPCTSTR szMethod;
  LPCTSTR szDataType;
  DWORD dwDataLen;
  DWORD dwFlags;
  DWORD dwTimeout;
  short nPort;
  BYTE *pData;
};

class CAtlNavigateData : public ATL_NAVIGATE_DATA {
public:
  CAtlNavigateData() noexcept;
  CAtlNavigateData(const CAtlNavigateData &);
  CAtlNavigateData &operator=(const CAtlNavigateData &);
  DWORD SetFlags(DWORD Flags) noexcept;
  DWORD AddFlags(DWORD Flags) noexcept;
  LPCTSTR SetExtraHeaders(LPCTSTR Headers) noexcept;
  LPCTSTR GetExtraHeaders() noexcept;
  LPCTSTR SetMethod(LPCTSTR Method) noexcept;
  LPCTSTR GetMethod() noexcept;
  short SetPort(short Port) noexcept;
  void SetPostData(BYTE *Data, DWORD Length, LPCTSTR Type) noexcept;
  DWORD SetSocketTimeout(DWORD Timeout) noexcept;
};

class ZEvtSyncSocket {};

template <class Socket> class CAtlHttpClientT : private Socket {
public:
  CAtlHttpClientT() noexcept;
  virtual ~CAtlHttpClientT();
  bool Navigate(const CUrl *Url, ATL_NAVIGATE_DATA *Data = nullptr);
  bool Navigate(LPCTSTR Server, LPCTSTR Path, ATL_NAVIGATE_DATA *Data = nullptr);
  bool Navigate(LPCTSTR Url, ATL_NAVIGATE_DATA *Data = nullptr);
  bool NavigateChunked(const CUrl *Url, ATL_NAVIGATE_DATA *Data) noexcept;
  bool NavigateChunked(LPCTSTR Server, LPCTSTR Path, ATL_NAVIGATE_DATA *Data) noexcept;
  bool NavigateChunked(LPCTSTR Url, ATL_NAVIGATE_DATA *Data) noexcept;
  bool SetProxy(LPCTSTR Proxy = nullptr, short Port = 0) noexcept;
  void RemoveProxy() noexcept;
  bool GetHeaderValue(LPCTSTR Name, CString &Value) const noexcept;
  DWORD GetResponseLength() noexcept;
  const BYTE *GetResponse() noexcept;
  DWORD GetBodyLength() const noexcept;
  const BYTE *GetBody() noexcept;
  int GetStatus() noexcept;
  DWORD SetSocketTimeout(DWORD Timeout) noexcept;
  void Close() noexcept;
};
typedef CAtlHttpClientT<ZEvtSyncSocket> CAtlHttpClient;

} // namespace ATL
using namespace ATL;
