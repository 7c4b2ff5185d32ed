// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the documentation of Qt 6.8 (doc.qt.io/qt-6.8/qrestreply.html) says is there, as
// far as tests need it.
#ifndef QRESTREPLY_H
#define QRESTREPLY_H

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkReply>
#include <optional>

class QRestReply {
public:
  explicit QRestReply(QNetworkReply *reply);
  ~QRestReply();
  QRestReply(QRestReply &&other) noexcept;

  QNetworkReply *networkReply() const;
  std::optional<QJsonDocument> readJson(QJsonParseError *error = nullptr);
  QByteArray readBody();
  QString readText();
  int httpStatus() const;
  bool isHttpStatusSuccess() const;
  bool isSuccess() const;
  bool hasError() const;
  QNetworkReply::NetworkError error() const;
  QString errorString() const;
};

#endif
