// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the documentation of Qt 6.8 (doc.qt.io/qt-6.8/qnetworkrequestfactory.html) says is
// there, as far as tests need it.
#ifndef QNETWORKREQUESTFACTORY_H
#define QNETWORKREQUESTFACTORY_H

#include <QtCore/QUrlQuery>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/qnetworkrequest.h>
#include <chrono>

class QNetworkRequestFactory {
public:
  QNetworkRequestFactory();
  explicit QNetworkRequestFactory(const QUrl &baseUrl);
  QNetworkRequestFactory(const QNetworkRequestFactory &other);
  ~QNetworkRequestFactory();
  QNetworkRequestFactory &operator=(const QNetworkRequestFactory &other);
  void swap(QNetworkRequestFactory &other) noexcept;

  QUrl baseUrl() const;
  void setBaseUrl(const QUrl &url);
  QNetworkRequest createRequest() const;
  QNetworkRequest createRequest(const QUrlQuery &query) const;
  QNetworkRequest createRequest(const QString &path) const;
  QNetworkRequest createRequest(const QString &path, const QUrlQuery &query) const;
  QHttpHeaders commonHeaders() const;
  void setCommonHeaders(const QHttpHeaders &headers);
  void clearCommonHeaders();
  QByteArray bearerToken() const;
  void setBearerToken(const QByteArray &token);
  void clearBearerToken();
  QString userName() const;
  void setUserName(const QString &name);
  void clearUserName();
  QString password() const;
  void setPassword(const QString &password);
  void clearPassword();
  QUrlQuery queryParameters() const;
  void setQueryParameters(const QUrlQuery &query);
  void clearQueryParameters();
  std::chrono::milliseconds transferTimeout() const;
  void setTransferTimeout(std::chrono::milliseconds timeout);
  QNetworkRequest::Priority priority() const;
  void setPriority(QNetworkRequest::Priority priority);
  QVariant attribute(QNetworkRequest::Attribute attribute) const;
  void setAttribute(QNetworkRequest::Attribute attribute, const QVariant &value);
  void clearAttribute(QNetworkRequest::Attribute attribute);
  void clearAttributes();
  QSslConfiguration sslConfiguration() const;
  void setSslConfiguration(const QSslConfiguration &configuration);
};

#endif
