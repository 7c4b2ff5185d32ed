// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the documentation of Qt 6.8 (doc.qt.io/qt-6.8/qrestaccessmanager.html) says is
// there, as far as tests need it. The bodies of templates stand for definitions only.
#ifndef QRESTACCESSMANAGER_H
#define QRESTACCESSMANAGER_H

#include <QtCore/QJsonDocument>
#include <QtCore/QObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/qrestreply.h>

class QRestAccessManager : public QObject {
public:
  explicit QRestAccessManager(QNetworkAccessManager *manager, QObject *parent = nullptr);
  ~QRestAccessManager() override;
  QNetworkAccessManager *networkAccessManager() const;

  QNetworkReply *get(const QNetworkRequest &request);
  template <typename Functor> QNetworkReply *get(const QNetworkRequest &request, const QObject *, Functor &&) {
    return get(request);
  }
  QNetworkReply *head(const QNetworkRequest &request);
  template <typename Functor> QNetworkReply *head(const QNetworkRequest &request, const QObject *, Functor &&) {
    return head(request);
  }
  QNetworkReply *deleteResource(const QNetworkRequest &request);
  template <typename Functor>
  QNetworkReply *deleteResource(const QNetworkRequest &request, const QObject *, Functor &&) {
    return deleteResource(request);
  }
  QNetworkReply *post(const QNetworkRequest &request, const QByteArray &data);
  QNetworkReply *post(const QNetworkRequest &request, const QJsonDocument &data);
  template <typename Functor>
  QNetworkReply *post(const QNetworkRequest &request, const QJsonDocument &data, const QObject *, Functor &&) {
    return post(request, data);
  }
  QNetworkReply *put(const QNetworkRequest &request, const QJsonDocument &data);
  QNetworkReply *patch(const QNetworkRequest &request, const QJsonDocument &data);
  QNetworkReply *sendCustomRequest(const QNetworkRequest &request, const QByteArray &method, const QByteArray &data);
  template <typename Functor>
  QNetworkReply *sendCustomRequest(const QNetworkRequest &request, const QByteArray &method, const QByteArray &data,
                                   const QObject *, Functor &&) {
    return sendCustomRequest(request, method, data);
  }
};

#endif
