// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the documentation of Qt 6.8 (doc.qt.io/qt-6.8/qhttpheaders.html) says is there,
// as far as tests need it. It goes with the headers of an earlier Qt 6.
#ifndef QHTTPHEADERS_H
#define QHTTPHEADERS_H

#include <QtCore/QAnyStringView>
#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <utility>

class QHttpHeaders {
public:
  enum class WellKnownHeader { Accept, Authorization, ContentType, UserAgent };

  QHttpHeaders() noexcept;
  QHttpHeaders(const QHttpHeaders &other);
  QHttpHeaders(QHttpHeaders &&other) noexcept;
  ~QHttpHeaders();
  QHttpHeaders &operator=(const QHttpHeaders &other);
  QHttpHeaders &operator=(QHttpHeaders &&other) noexcept;
  void swap(QHttpHeaders &other) noexcept;

  bool append(QAnyStringView name, QAnyStringView value);
  bool append(WellKnownHeader name, QAnyStringView value);
  bool insert(qsizetype index, QAnyStringView name, QAnyStringView value);
  bool insert(qsizetype index, WellKnownHeader name, QAnyStringView value);
  bool replace(qsizetype index, QAnyStringView name, QAnyStringView value);
  bool replace(qsizetype index, WellKnownHeader name, QAnyStringView value);
  bool replaceOrAppend(QAnyStringView name, QAnyStringView value);
  bool replaceOrAppend(WellKnownHeader name, QAnyStringView value);
  void removeAll(QAnyStringView name);
  void removeAll(WellKnownHeader name);
  void removeAt(qsizetype index);
  void clear();
  void reserve(qsizetype size);

  bool contains(QAnyStringView name) const;
  bool contains(WellKnownHeader name) const;
  QByteArrayView value(QAnyStringView name, QByteArrayView defaultValue = {}) const noexcept;
  QByteArrayView value(WellKnownHeader name, QByteArrayView defaultValue = {}) const noexcept;
  QByteArray combinedValue(QAnyStringView name) const;
  QByteArray combinedValue(WellKnownHeader name) const;
  QList<QByteArray> values(QAnyStringView name) const;
  QList<QByteArray> values(WellKnownHeader name) const;
  QByteArrayView valueAt(qsizetype index) const noexcept;
  QByteArrayView nameAt(qsizetype index) const noexcept;
  qsizetype size() const noexcept;
  bool isEmpty() const noexcept;

  static QByteArrayView wellKnownHeaderName(WellKnownHeader name) noexcept;
  static QHttpHeaders fromListOfPairs(const QList<std::pair<QByteArray, QByteArray>> &headers);
  static QHttpHeaders fromMultiMap(const QMultiMap<QByteArray, QByteArray> &headers);
  static QHttpHeaders fromMultiHash(const QMultiHash<QByteArray, QByteArray> &headers);
  QList<std::pair<QByteArray, QByteArray>> toListOfPairs() const;
  QMultiMap<QByteArray, QByteArray> toMultiMap() const;
  QMultiHash<QByteArray, QByteArray> toMultiHash() const;
};

#endif
