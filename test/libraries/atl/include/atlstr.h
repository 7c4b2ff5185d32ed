// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CString, after Microsoft's reference of CStringT and CSimpleStringT (learn.microsoft.com,
// ATL/MFC shared classes, Visual Studio 2022), as far as the tests use it.
#pragma once
#include <stdarg.h>
#include <windows.h>

namespace ATL {

template <typename C> class CSimpleStringT {
public:
  operator const C *() const;
  const C *GetString() const;
  C *GetBuffer(int MinBufferLength = 0);
  C *LockBuffer();
  void ReleaseBuffer(int NewLength = -1);
  void UnlockBuffer();
  void SetString(const C *Text);
  void Append(const C *Text);
  void AppendChar(C Character);
  CSimpleStringT &operator+=(const C *Text);
  CSimpleStringT &operator+=(C Character);
  void Empty();
  bool IsEmpty() const;
  int GetLength() const;
};

template <typename C> class CStringT : public CSimpleStringT<C> {
public:
  CStringT();
  CStringT(const CStringT &);
  CStringT(const C *Text);
  CStringT(const C *Text, int Length);
  ~CStringT();
  CStringT &operator=(const CStringT &);
  CStringT &operator=(const C *Text);
  CStringT &operator=(C Character);
  CStringT &operator+=(const CStringT &Text);
  CStringT &operator+=(const C *Text);
  CStringT &operator+=(C Character);
  void Format(const C *Format, ...);
  void Format(UINT Id, ...);
  void AppendFormat(const C *Format, ...);
  void AppendFormat(UINT Id, ...);
  void FormatV(const C *Format, va_list Args);
  void FormatMessage(const C *Format, ...);
  BOOL LoadString(UINT Id);
  BOOL GetEnvironmentVariable(const C *Name);
  CStringT &MakeLower();
  CStringT &MakeUpper();
  CStringT &Trim();
  CStringT &TrimLeft();
  CStringT &TrimRight();
  int Replace(const C *Old, const C *New);
  CStringT Mid(int First) const;
  CStringT Mid(int First, int Count) const;
  CStringT Left(int Count) const;
  int Find(const C *Text, int Start = 0) const;
  int Compare(const C *Text) const;
  int CompareNoCase(const C *Text) const;

  friend CStringT operator+(const CStringT &A, const CStringT &B);
  friend CStringT operator+(const CStringT &A, const C *B);
  friend CStringT operator+(const C *A, const CStringT &B);
  friend bool operator==(const CStringT &A, const C *B);
  friend bool operator!=(const CStringT &A, const C *B);
};

using CStringA = CStringT<char>;
using CStringW = CStringT<wchar_t>;
using CString = CStringT<TCHAR>;

} // namespace ATL

using namespace ATL;
