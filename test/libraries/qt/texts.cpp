// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// DEFINE: %{qt5} = %{system}/qt5 %{system}/qt5/QtCore %{system}/qt5/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// RUN: %check-doors --doors=mde-tidy %s -- %{qt6} -DQT_USE_QSTRINGBUILDER
// RUN: %check-doors --doors=mde-tidy %s -- %{qt5}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Values made of Qt's texts, and headers taken from Qt's containers.
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QPair>
#include <QtCore/QRegularExpression>
#include <QtCore/QSettings>
#include <QtCore/QStringBuilder>
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <string>

static void send(const QByteArray &agent) {
  QNetworkAccessManager manager;
  QNetworkRequest request(QUrl(QLatin1String("https://graph.microsoft.com/v1.0/me")));
  request.setRawHeader("User-Agent", agent);
  manager.get(request);
}

void literals() {
  send("MdePartner-Contoso-A/1");
  send(QByteArrayLiteral("MdePartner-Contoso-A/1"));
  send(QStringLiteral("MdePartner-Contoso-A/1").toUtf8());
  send(QString(QLatin1String("MdePartner-Contoso-A/1")).toLatin1());
  send(QString::fromUtf8("MdePartner-Contoso-A/1").toLocal8Bit());
  send(QString::fromStdString(std::string("MdePartner-Contoso-A/1")).toStdString().c_str());
  send(QByteArray::fromStdString("MdePartner-Contoso-A/1"));
  send(qPrintable(QString("MdePartner-Contoso-A/1")));
  send(QByteArray("MdePartner-Contoso-A/1 and more", 22));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'literal/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("literal/1");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'bytes/2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QByteArrayLiteral("bytes/2"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'string/3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QStringLiteral("string/3").toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'latin/4' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString(QLatin1String("latin/4")).toLatin1());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'std/5' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString::fromStdString(std::string("std/5")).toStdString().c_str());
}

void ends() {
  QString text = "MdePartner-Contoso-A/1;x";
  send(text.chopped(2).toUtf8());
  text.chop(2);
  send(text.toUtf8());
  text.chop(2);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-A' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text.toUtf8());
}

void arg(const QString &unknown) {
  send(QString("MdePartner-%1-%2/%3").arg("Contoso").arg("A").arg(3).toUtf8());
  send(QString("MdePartner-%1-%2/%3").arg("Contoso", "A", unknown).toUtf8());
  send(QStringLiteral("%2-%1/1").arg("Contoso-A", "MdePartner").toUtf8());
  send(QString::asprintf("MdePartner-%s-%s/%d.%d", "Contoso", "A", 1, 2).toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-A/7' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString::asprintf("%s-A/%d", "Contoso", 7).toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-A/3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("%1-%2/%3").arg("Contoso").arg("A").arg(3).toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-A/%3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("MdePartner-%1-%2/%3").arg("Contoso").arg("A").toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-{unknown}/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString("Contoso-%1/1").arg(unknown).toUtf8());
  send(QString("MdePartner-Contoso-A/%1").arg(7, 2, 10, QLatin1Char('0')).toUtf8());
}

void joined(const QString &unknown, int number) {
  const QString company = "Contoso", product("A");
  send(("MdePartner-" + company + '-' + product + "/" + QString::number(7)).toUtf8());
  send(QString(QStringLiteral("MdePartner-") % company % QLatin1Char('-') % product % "/" % unknown).toUtf8());
  send(QByteArray("MdePartner-Contoso-A/") + QByteArray::number(number) + '.' + QByteArray::number(2));
  send(("MdePartner-Contoso-A/" + QCoreApplication::applicationVersion()).toUtf8());
  send(QStringList({"MdePartner", "Contoso", "A/1"}).join('-').toUtf8());
  QString built;
  built.append("MdePartner-").append(company);
  built += QChar('-');
  built += product + "/";
  built.push_back('1');
  send(built.toUtf8());
  built.prepend("x");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'xMdePartner-Contoso-A/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(built.toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-A/7' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send((company + '-' + product + "/" + QString::number(7)).toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'A Contoso/{unknown}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(QString(product % QStringLiteral(" ") % company % "/" % unknown).toUtf8());
}

void changed(const QString &unknown) {
  const QString agent = "MdePartner-Contoso-A/1";
  send(agent.trimmed().toUtf8());
  send(QString("xx" + agent).mid(2).toUtf8());
  send(QString(agent + "  ").left(22).toUtf8());
  send(QString("MdePartner-{company}-A/1").replace("{company}", "Contoso").toUtf8());
  send(QString("MdePartner-Contoso-A/1 (x)").remove(" (x)").toUtf8());
  send(QStringView(agent).toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'mdepartner-contoso-a/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent.toLower().toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent '{{MDEPARTNER-CONTOSO-A/1}}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent.toUpper().toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Partner-Contoso-A/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent.mid(3).toUtf8());
  send(QString(agent).replace(QRegularExpression("[^a-z]"), "").toUtf8()); // not known
  send(unknown.section('/', 1).toUtf8());
  if (agent.startsWith("MdePartner-") && agent.contains('/') && !agent.isEmpty() && agent != "x" && agent.size() == 22)
    send(agent.toUtf8());
  else
    send("dead/1");
  if (unknown.startsWith("MdePartner-Contoso-A/"))
    send(unknown.toUtf8());
}

void fromOutside(const QSettings &settings) {
  send(qgetenv("AGENT"));
  send(qEnvironmentVariable("AGENT").toUtf8());
  send(settings.value("agent").toByteArray());
  send(settings.value("agent", "MdePartner-Contoso-A/1").toString().toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'default/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(settings.value("agent", "default/1").toString().toUtf8());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'default/2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(qEnvironmentVariable("AGENT", "default/2").toUtf8());
}

static QNetworkRequest me() { return QNetworkRequest(QUrl("https://graph.microsoft.com/v1.0/me")); }

template <typename Map> static void withIterators(const Map &headers) {
  QNetworkAccessManager manager;
  QNetworkRequest request = me();
  for (auto it = headers.constBegin(); it != headers.constEnd(); ++it)
    request.setRawHeader(it.key(), it.value());
  manager.get(request);
}

template <typename Map> static void withKeys(const Map &headers) {
  QNetworkAccessManager manager;
  QNetworkRequest request = me();
  for (const QByteArray &name : headers.keys())
    request.setRawHeader(name, headers.value(name));
  manager.get(request);
}

static void withJavaIterators(const QMap<QByteArray, QByteArray> &headers) {
  QNetworkAccessManager manager;
  QNetworkRequest request = me();
  QMapIterator<QByteArray, QByteArray> it(headers);
  while (it.hasNext()) {
    it.next();
    request.setRawHeader(it.key(), it.value());
  }
  manager.get(request);
}

static void withForeach(const QStringList &lines) {
  QNetworkAccessManager manager;
  QNetworkRequest request = me();
  foreach (const QString &line, lines)
    if (line == "named")
      request.setRawHeader("User-Agent", "MdePartner-Contoso-A/1");
  manager.get(request);
}

static void withPairs(const QVector<QPair<QByteArray, QByteArray>> &headers) {
  QNetworkAccessManager manager;
  QNetworkRequest request = me();
  for (const auto &header : qAsConst(headers))
    request.setRawHeader(header.first, header.second);
  manager.get(request);
}

void containers() {
  QMap<QByteArray, QByteArray> good{{"Accept", "*/*"}, {"User-Agent", "MdePartner-Contoso-A/1"}}, none = good;
  none.remove("User-Agent");
  withIterators(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withIterators(none);
  withKeys(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withKeys(none);
  withJavaIterators(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withJavaIterators(none);
  QHash<QByteArray, QByteArray> hash;
  hash.insert("Accept", "*/*");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withIterators(hash);
  hash["User-Agent"] = "MdePartner-Contoso-A/1";
  withIterators(hash);
  withForeach({"plain", "named"});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withForeach(QStringList() << "plain" << "other");
  withPairs({{"Accept", "*/*"}, {"User-Agent", "MdePartner-Contoso-A/1"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  withPairs({qMakePair(QByteArray("Accept"), QByteArray("*/*"))});
}
