// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// QNetworkRequest as the documentation of Qt 6.8 (doc.qt.io/qt-6.8/qnetworkrequest.html)
// has it, as far as tests and the other headers need it.
#ifndef QNETWORKREQUEST_H
#define QNETWORKREQUEST_H

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QSharedDataPointer>
#include <QtCore/QString>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtNetwork/qhttpheaders.h>
#include <QtNetwork/qtnetworkglobal.h>

class QNetworkRequest {
public:
  enum KnownHeaders {
    ContentTypeHeader,
    ContentLengthHeader,
    LocationHeader,
    LastModifiedHeader,
    CookieHeader,
    SetCookieHeader,
    ContentDispositionHeader,
    UserAgentHeader,
    ServerHeader
  };
  enum Attribute { HttpStatusCodeAttribute, HttpReasonPhraseAttribute, RedirectionTargetAttribute };
  enum Priority { HighPriority = 1, NormalPriority = 3, LowPriority = 5 };
  enum RedirectPolicy { ManualRedirectPolicy, NoLessSafeRedirectPolicy };
  enum TransferTimeoutConstant { DefaultTransferTimeoutConstant = 30000 };

  QNetworkRequest();
  explicit QNetworkRequest(const QUrl &url);
  QNetworkRequest(const QNetworkRequest &other);
  ~QNetworkRequest();
  QNetworkRequest &operator=(const QNetworkRequest &other);

  QUrl url() const;
  void setUrl(const QUrl &url);
  QHttpHeaders headers() const;
  void setHeaders(const QHttpHeaders &headers);
  void setHeaders(QHttpHeaders &&headers);
  QVariant header(KnownHeaders header) const;
  void setHeader(KnownHeaders header, const QVariant &value);
  bool hasRawHeader(QAnyStringView name) const;
  QByteArray rawHeader(QAnyStringView name) const;
  void setRawHeader(const QByteArray &name, const QByteArray &value);
};

#endif
