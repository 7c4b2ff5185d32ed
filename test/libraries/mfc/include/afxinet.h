// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// MFC's classes around WinINet, after Microsoft's reference of CInternetSession,
// CHttpConnection and CHttpFile (learn.microsoft.com, MFC, Visual Studio 2022).
#pragma once
#include <atlstr.h>
#include <windows.h>
#include <wininet.h>

class CInternetException {};

class CStdioFile {
public:
  virtual ~CStdioFile();
  virtual BOOL ReadString(CString &Text);
  virtual void Close();
};

class CInternetFile : public CStdioFile {
public:
  virtual UINT Read(void *Buffer, UINT Count);
  BOOL ReadString(CString &Text) override;
};

class CHttpFile : public CInternetFile {
public:
  BOOL AddRequestHeaders(LPCTSTR Headers, DWORD Flags = HTTP_ADDREQ_FLAG_ADD_IF_NEW, int Length = -1);
  BOOL AddRequestHeaders(CString &Headers, DWORD Flags = HTTP_ADDREQ_FLAG_ADD_IF_NEW);
  BOOL SendRequest(LPCTSTR Headers = nullptr, DWORD Length = 0, LPVOID Optional = nullptr, DWORD OptionalLength = 0);
  BOOL SendRequest(CString &Headers, LPVOID Optional = nullptr, DWORD OptionalLength = 0);
  BOOL SendRequestEx(DWORD TotalLength, DWORD Flags = 0, DWORD_PTR Context = 1);
  BOOL EndRequest(DWORD Flags = 0, INTERNET_BUFFERS *Buffers = nullptr, DWORD_PTR Context = 1);
  BOOL QueryInfoStatusCode(DWORD &StatusCode) const;
};

class CHttpConnection {
public:
  CHttpFile *OpenRequest(LPCTSTR Verb, LPCTSTR Object, LPCTSTR Referer = nullptr, DWORD_PTR Context = 1,
                         LPCTSTR *AcceptTypes = nullptr, LPCTSTR Version = nullptr, DWORD Flags = 0);
  CHttpFile *OpenRequest(int Verb, LPCTSTR Object, LPCTSTR Referer = nullptr, DWORD_PTR Context = 1,
                         LPCTSTR *AcceptTypes = nullptr, LPCTSTR Version = nullptr, DWORD Flags = 0);
  static const int HTTP_VERB_GET = 1;
};

class CInternetSession {
public:
  explicit CInternetSession(LPCTSTR Agent = nullptr, DWORD_PTR Context = 1, DWORD AccessType = 0, LPCTSTR Proxy = nullptr,
                            LPCTSTR Bypass = nullptr, DWORD Flags = 0);
  virtual ~CInternetSession();
  BOOL SetOption(DWORD Option, LPVOID Buffer, DWORD Length, DWORD Flags = 0);
  CHttpConnection *GetHttpConnection(LPCTSTR Server, INTERNET_PORT Port = 0, LPCTSTR User = nullptr, LPCTSTR Password = nullptr);
  CHttpConnection *GetHttpConnection(LPCTSTR Server, DWORD Flags, INTERNET_PORT Port = 0, LPCTSTR User = nullptr, LPCTSTR Password = nullptr);
  CStdioFile *OpenURL(LPCTSTR Url, DWORD_PTR Context = 1, DWORD Flags = 1, LPCTSTR Headers = nullptr, DWORD Length = 0);
  virtual void Close();
};

BOOL AfxParseURL(LPCTSTR Url, DWORD &Type, CString &Server, CString &Object, INTERNET_PORT &Port);
